import { addDays, chargeStateOf, parseCalendarDate, type CalendarDate } from '@streamline/domain'
import * as fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { chargeFilters } from './charge-state.predicate.ts'
import { chargeFactsOf } from './charge.presenter.ts'
import { ChargeRepository, type ChargeRow } from './charge.repository.ts'

const epoch = parseCalendarDate('2026-11-23')
const start = { dueOn: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }
const openStates = new Set(['due', 'overdue', 'partlyPaid'])

const rowArbitrary = fc
  .record({
    billed: fc.integer({ min: -40, max: 40 }),
    dueDays: fc.integer({ min: 0, max: 20 }),
    amount: fc.integer({ min: 0, max: 3 }),
    paid: fc.integer({ min: 0, max: 3 }),
    voided: fc.boolean(),
    waived: fc.boolean(),
  })
  .filter(({ amount, paid }) => paid <= amount)

describe('the state of a charge', () => {
  let api: Api
  let home: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    home = await aPerson(api)
  })
  afterAll(() => api.close())

  const insert = async (householdId: string, rows: readonly ChargeRow[]) => {
    const charges = api.app.get(ChargeRepository)
    for (const { subscriptionId } of rows)
      await api.postgres.pool.query(
        `insert into billed_subscriptions (id, household_id, revision, raised, name, kind, visibility, owner_id, payer_id)
         values ($1, $2, 1, 0, 'Stream', 'ott', 'shared', $2, $2)`,
        [subscriptionId, householdId],
      )
    await api.postgres.transaction((tx) => charges.raise(tx, rows))
    return (today: CalendarDate, filter: (typeof chargeFilters)[number]) =>
      charges.list(
        { householdId, memberId: householdId, today },
        { filter, subscriptionId: undefined, after: start, limit: 1000 },
      )
  }

  it('is the same in SQL and in the domain, for every state and date', async () => {
    const property = fc.asyncProperty(
      fc.array(rowArbitrary, { minLength: 1, maxLength: 25 }),
      fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: 4 }),
      async (drafts, days) => {
        const { householdId } = home
        const rows = drafts.map((draft, index) => aRow(householdId, index, draft))
        const ids = new Set(rows.map(({ id }) => id))
        const list = await insert(householdId, rows)
        for (const today of days.map((day) => addDays(epoch, day)))
          for (const filter of chargeFilters) {
            const found = (await list(today, filter))
              .map(({ id }) => id)
              .filter((id) => ids.has(id))
              .toSorted()
            const expected = rows.filter((row) => {
              const state = chargeStateOf(chargeFactsOf(row), today)
              return filter === 'open' ? openStates.has(state) : state === filter
            })
            expect(found).toEqual(expected.map(({ id }) => id).toSorted())
          }
      },
    )
    await fc.assert(property, { numRuns: 25 })
  })
})

interface Draft {
  billed: number
  dueDays: number
  amount: number
  paid: number
  voided: boolean
  waived: boolean
}

const at = (is: boolean) => (is ? '2026-11-01T00:00:00Z' : null)

function aRow(
  householdId: string,
  index: number,
  { billed, dueDays, amount, paid, voided, waived }: Draft,
): ChargeRow {
  const billedOn = addDays(epoch, billed)
  return {
    id: v7(),
    householdId,
    subscriptionId: v7(),
    index,
    purpose: null,
    title: null,
    startsOn: billedOn,
    endsOn: addDays(billedOn, 30),
    billedOn,
    dueOn: addDays(billedOn, dueDays),
    net: amount,
    tax: 0,
    amount,
    paid,
    currency: 'INR',
    subscriptionName: 'Stream',
    kind: 'ott',
    providerId: null,
    brandColor: null,
    look: null,
    visibility: 'shared',
    ownerId: householdId,
    payerId: householdId,
    splits: [],
    corrected: false,
    uncut: null,
    voidedAt: at(voided),
    waivedAt: at(waived),
    waivedBy: null,
    creditLeft: 0,
    raisedAt: '2026-11-01T00:00:00Z',
  }
}
