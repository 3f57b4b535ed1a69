import { setTimeout as pause } from 'node:timers/promises'
import { parseCalendarDate } from '@streamline/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { BillingService } from '../billing/billing.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionUpkeepService } from '../subscriptions/subscription-upkeep.service.ts'
import { subscriptionShape } from '../subscriptions/subscription.collection.ts'
import { SubscriptionRepository } from '../subscriptions/subscription.repository.ts'
import { AccountDeletionService } from './account-deletion.service.ts'
import { HouseholdErasureService } from '../departure/household-erasure.service.ts'

const money = ['charges', 'payments', 'ledger_transactions', 'ledger_entries', 'balances']

const subscribe = async (person: Person, more: object = {}) => {
  const price = { price: { amount: 60_000, currency: 'INR' }, taxIncluded: true }
  const terms = { kind: 'ott', interval: { count: 1, unit: 'month' }, renewal: 'automatic' }
  const draft = { name: 'Stream', startsOn: '2026-11-23', ...price, ...terms, ...more }
  const answer = await person.post(`${person.home}/subscriptions`, draft)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.id as string
}

const SWEPT_AT = Date.parse('2026-11-23T06:31:00Z')

describe('what runs by itself while a household is erased', () => {
  let api: Api
  let upkeep: SubscriptionUpkeepService
  let billing: BillingService
  let documents: SubscriptionRepository
  let erase: (householdId: string) => Promise<void>
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:30:00Z', env: { LOG_LEVEL: 'silent' } })
    upkeep = api.app.get(SubscriptionUpkeepService)
    billing = api.app.get(BillingService)
    documents = api.app.get(SubscriptionRepository)
    const erasure = api.app.get(HouseholdErasureService)
    erase = (householdId) => erasure.erase(householdId)
  })
  afterEach(() => api.close())

  /** What a process that died right after its write leaves to the sweep. */
  const leavePending = async (id: string) => {
    const document = await documents.get(id)
    if (document === null) throw new Error('It is not stored')
    await api.postgres.pool.query('delete from charges where subscription_id = $1', [id])
    const on = parseCalendarDate('2026-11-23')
    const since = '2026-11-23T06:00:00.000Z'
    const owed = {
      fromIndex: 0,
      since,
      billedUntil: on,
      on,
      splitFrom: on,
      assumePaidBeforeIndex: null,
      amends: false,
      payments: [],
      takesBack: [],
    }
    const pending = { ...document, owed }
    await documents.amendMany([pending])
    return pending
  }

  /** Where something that names the household or the subscription is left. */
  const leftOf = async (id: string) => {
    const found: string[] = []
    const documentsLeft = await api.documents.shelf(subscriptionShape).recordsAfter(null, 1000)
    if (documentsLeft.some((record) => JSON.stringify(record).includes(id))) found.push('subscriptions')
    for (const table of [...money, 'overviews', 'households'])
      if (
        (await api.postgres.pool.query(`select 1 from ${table} t where t::text like $1`, [`%${id}%`]))
          .rowCount
      )
        found.push(table)
    return found
  }

  /** Stops the next application of effects before its first statement, until it is let go. */
  const heldEffects = () => {
    const gate = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    const apply = billing.reconcile.bind(billing)
    billing.reconcile = async (householdId, plans) => {
      reached.resolve()
      await gate.promise
      return apply(householdId, plans)
    }
    return { reached: reached.promise, letGo: () => gate.resolve() }
  }

  it('a sweep that held a document brings none of its charges back', async () => {
    const person = await aPerson(api)
    await leavePending(await subscribe(person))
    const held = heldEffects()
    const sweep = upkeep.sweep(SWEPT_AT)
    await held.reached
    await erase(person.householdId)
    held.letGo()
    await sweep
    expect(await leftOf(person.householdId)).toEqual([])
  })

  it('a sweep between two statements of the erasure waits for it', async () => {
    const person = await aPerson(api)
    await leavePending(await subscribe(person))
    const held = heldEffects()
    const sweep = upkeep.sweep(SWEPT_AT)
    await held.reached
    const households = api.app.get(HouseholdsService)
    const eraseIn = households.eraseIn.bind(households)
    households.eraseIn = async (tx, id) => {
      held.letGo()
      await pause(150)
      return eraseIn(tx, id)
    }
    await erase(person.householdId)
    await sweep
    expect(await leftOf(person.householdId)).toEqual([])
  })

  it('a tick that held a document neither raises its charges nor writes it again', async () => {
    const person = await aPerson(api)
    await subscribe(person)
    const held = heldEffects()
    const advance = upkeep.advance(Date.parse('2027-03-01T06:30:00Z'))
    await held.reached
    await erase(person.householdId)
    held.letGo()
    await advance
    expect(await leftOf(person.householdId)).toEqual([])
  })

  it('a request that was under way leaves no subscription behind, before or after', async () => {
    const person = await aPerson(api)
    const held = heldEffects()
    const before = subscribe(person).catch(() => 'refused')
    await held.reached
    await erase(person.householdId)
    held.letGo()
    await before
    expect(await leftOf(person.householdId)).toEqual([])

    const other = await aPerson(api)
    const document = await leavePending(await subscribe(other))
    await erase(other.householdId)
    await documents.insert(document)
    await upkeep.sweep(SWEPT_AT)
    expect(await leftOf(other.householdId)).toEqual([])
  })

  it('what was private to somebody whose account went stays gone in the household that goes on', async () => {
    const owner = await aPerson(api)
    const ravi = await joins(api, await aPerson(api), owner.householdId, 'member')
    const shared = await subscribe(owner)
    const people = { managedBy: ravi.memberId, usedBy: [ravi.memberId], paidBy: ravi.memberId }
    const secret = await subscribe(ravi, { visibility: 'private', ...people })
    await leavePending(secret)
    await ravi.post('/v1/me/deletion')
    const held = heldEffects()
    const sweep = upkeep.sweep(SWEPT_AT)
    await held.reached
    const later = Date.parse('2026-12-08T06:30:00Z')
    api.app.get(Clock).shiftTo(later)
    expect(await api.app.get(AccountDeletionService).finishDue(later)).toBe(1)
    held.letGo()
    await sweep
    expect(await leftOf(secret)).toEqual([])
    expect(await leftOf(shared)).toEqual(['subscriptions', 'charges'])
  })

  it('ten households swept and erased in any order leave nothing', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => aPerson(api)))
    for (let round = 0; round < 5; round++) {
      for (const person of people) await leavePending(await subscribe(person))
      const sweeps = [upkeep.sweep(SWEPT_AT), upkeep.sweep(SWEPT_AT)]
      await Promise.all(
        people.map(async ({ householdId }) => {
          await pause(Math.random() * 30)
          if (round === 4) await erase(householdId)
        }),
      )
      await Promise.all(sweeps)
    }
    await upkeep.sweep(SWEPT_AT)
    for (const { householdId } of people) expect(await leftOf(householdId)).toEqual([])
  })
})
