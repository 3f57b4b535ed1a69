import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSharingHousehold } from './a-household.ts'
import { aPerson, joins } from './a-person.ts'
import { startApi, type Api } from './harness.ts'
import { logQueries } from './query-log.ts'
import { addressOf, bodies, routes } from './samples.ts'

const ofHouseholds =
  /\b(charges|payments|assumed_debits|ledger_transactions|ledger_entries|balances|household_members|households|overviews|lines|subscriptions|usage|savings)\b/

/** Rows are written with their household, or found by it. */
const names = (text: string) =>
  /^insert into [^(]*\([^)]*household_id/.test(text) ||
  /household_id"? = (\$1|h\.id)|\bm\.user_id = |^(insert into|update) households .*| where h\.id = \$1|from households where id = \$1/.test(
    text,
  )

/** Found by ids, each of which was found under its household by another statement, or is checked right after. */
const byId = new Set([
  'billed-subscriptions.know',
  'charges.change',
  'charges.of-periods',
  'charges.to-book',
  'charges.open-ahead',
  'households.zones',
  'households.marks',
  'charges.by-ids',
  'charges.open-of-told',
  'charges.of-subscriptions',
  'payments.existing',
  'payments.of-charges',
  'payments.of-subscriptions',
  'payments.lifetime',
  'assumed-debits.among',
  'payments.credits-used',
  'payments.credit-refunded',
  'charges.first-day',
  'charges.open-of-subscription',
  'ledger.credit-holders',
  'ledger.post',
  'ledger.posted',
  'members.leave',
])

/** Found by a secret of 256 bits that was handed out for the household. */
const bySecret = new Set(['invitations.by-token', 'members.by-guest-token'])

/** A document says its household itself: who reads one looks there, and only who read it writes it. */
const ofOneDocument =
  /"(subscriptions|usage)" .*where (id = (\$1|any\(\$1\))( and revision = \$2 returning id)?$|"(subscriptions|usage)".id = given.id and "(subscriptions|usage)".revision = given.revision )/

/** What the queue makes of its own schema. */
const ofTheQueue = /\bcreate (table|function)\b/i

describe('every statement on data of a household', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())

  it('8.4.1 carries the household, but for what goes by an id that was found under it', async () => {
    const home = await aSharingHousehold(api)
    const other = await joins(api, await aPerson(api), home.person.householdId, 'manager')
    const log = logQueries()
    for (const route of routes.filter(({ name }) => name !== 'identity.signOut'))
      for (const person of [home.person, other]) {
        const body = route.method === 'GET' ? {} : { body: bodies[route.name]?.(home) ?? {} }
        await person.send(addressOf(route, home), { method: route.method, ...body })
      }
    log.stop()
    const statements = new Map(
      log.queries
        .map(({ name, text }): [string, string] => [name ?? text, text.replaceAll(/\s+/g, ' ').trim()])
        .filter(([, text]) => ofHouseholds.test(text) && !ofTheQueue.test(text)),
    )
    expect(statements.size).toBeGreaterThan(30)
    const silent = [...statements]
      .filter(
        ([name, text]) => !names(text) && !byId.has(name) && !bySecret.has(name) && !ofOneDocument.test(text),
      )
      .map(([name, text]) => `${name}: ${text.slice(0, 300)}`)
    expect(silent).toEqual([])
  })
})
