import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import type { Api } from '../../../test/harness.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { withRecords } from './subscription.upgrades.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const pack = {
  name: 'Jio',
  kind: 'mobile',
  startsOn: '2026-08-01',
  interval: { count: 28, unit: 'day' },
  price: inr(29_900),
  renewal: 'manual',
}

/** As it is stored where it was written before acts were kept. */
const fromBeforeActs = async (api: Api, id: string) => {
  const repository = new SubscriptionRepository(api.documents)
  const document = await repository.get(id)
  if (document === null) throw new Error('It is gone')
  const { writes: acts, records: _, ...kept } = document
  const upgraded: unknown = withRecords({ ...kept, acts })
  await repository.amendMany([upgraded as typeof document])
}

/** Recharged late on 3 September, paid, and on 10 October with a pack of 84 days. */
const aPackFromBefore = async (home: HouseholdInTime, api: Api) => {
  const { id } = await home.add(pack)
  await home.moveTo('2026-09-03')
  await home.act(id, 'renew', { payment: {} })
  await home.moveTo('2026-10-10')
  await home.act(id, 'renew', { price: inr(85_900), interval: { count: 84, unit: 'day' }, payment: {} })
  await fromBeforeActs(api, id)
  return id
}

const rows = async (home: HouseholdInTime, id: string) =>
  (await home.inForce(id)).map(({ startsOn, endsOn, amount, paid }) => [
    startsOn,
    endsOn,
    amount.amount,
    paid.amount,
  ])

describe('what is known from before acts were kept', () => {
  it('keeps the days and the money of its recharges when its beginning is corrected, and back', () =>
    inTime('2026-08-01', async (home, api) => {
      const id = await aPackFromBefore(home, api)
      const before = await rows(home, id)
      expect(before).toEqual([
        ['2026-08-01', '2026-08-29', 29_900, 0],
        ['2026-09-03', '2026-10-01', 29_900, 29_900],
        ['2026-10-10', '2027-01-02', 85_900, 85_900],
      ])
      const correct = { kind: 'correct', startsOn: '2026-08-04' }
      expect(await home.outlook(id, correct)).toMatchObject({
        goes: 1,
        comes: 1,
        changes: 0,
        becomesCredit: [],
      })
      const corrected = await home.does(id, correct)
      expect(corrected).toMatchObject({ startsOn: '2026-08-04', renewsOn: '2027-01-02' })
      expect(await rows(home, id)).toEqual([['2026-08-04', '2026-09-01', 29_900, 0], ...before.slice(1)])
      await home.does(id, { kind: 'undo' })
      expect(await rows(home, id)).toEqual(before)
      // Events are not kept for as long as this takes.
      const faults = await ledgerFaults(api.postgres.pool)
      expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
    }))

  it('cannot have begun after a recharge', () =>
    inTime('2026-08-01', async (home, api) => {
      const id = await aPackFromBefore(home, api)
      const act = { kind: 'correct', startsOn: '2026-09-04' }
      expect(await home.refused(id, 'acts', { act })).toMatchObject({
        code: 'invalid-terms',
        errors: [{ pointer: '/act/startsOn' }],
      })
    }))
})
