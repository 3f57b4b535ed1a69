import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-11-29', interval: monthly, price: inr(30_000) }
const autopay = { ...stream, recordsItself: true }

const rows = async (home: HouseholdInTime, id: string) =>
  (await home.inForce(id)).map(
    ({ startsOn, amount, paid, state }) => `${startsOn} ${amount.amount} ${paid.amount} ${state}`,
  )

describe('a debit that was only assumed', () => {
  it('follows the price that was put right, down and up, and nothing stays pending', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await home.add(autopay)
      expect(await rows(home, id)).toEqual(['2026-11-29 30000 30000 paid', '2026-12-29 30000 0 upcoming'])
      for (const amount of [10_000, 50_000, 30_000]) {
        const corrected = await home.does(id, { kind: 'correct', startsOn: '2026-11-29', price: inr(amount) })
        expect(corrected.pending).toBe(false)
        expect((await rows(home, id))[0]).toBe(`2026-11-29 ${amount} ${amount} paid`)
      }
      await home.does(id, { kind: 'correct', startsOn: '2026-12-05' })
      const cheaper = await home.does(id, { kind: 'correct', startsOn: '2026-11-29', price: inr(10_000) })
      expect(cheaper.pending).toBe(false)
      expect((await rows(home, id))[0]).toBe('2026-11-29 10000 10000 paid')
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('that came with a change goes with its undo: nothing was debited', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await home.add({ ...autopay, trial: { count: 7, unit: 'day' } })
      const before = await rows(home, id)
      await home.does(id, { kind: 'changePlan', price: inr(60_000) })
      await home.does(id, { kind: 'undo' })
      expect(await rows(home, id)).toEqual(before)
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('is there again with all of it, also where its bill was corrected since', () =>
    inTime('2026-12-20', async (home, api) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-10-05', pastPeriods: 'assumePaid' })
      const [first] = (await home.charges(id)).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
      await home.person.post(`${home.person.home}/charges/${first.id}/correct`, { amount: inr(10_000) })
      const before = await rows(home, id)
      await home.does(id, { kind: 'correct', startsOn: '2026-10-06' })
      await home.does(id, { kind: 'undo' })
      expect(await rows(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('is assumed of the period that takes its place', () =>
    inTime('2026-12-20', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-08-05', pastPeriods: 'assumePaid' })
      await home.does(id, { kind: 'correct', startsOn: '2026-08-06' })
      expect((await rows(home, id)).slice(0, 4)).toEqual([
        '2026-08-06 30000 30000 paid',
        '2026-09-06 30000 30000 paid',
        '2026-10-06 30000 30000 paid',
        '2026-11-06 30000 30000 paid',
      ])
    }))

  it('was one before it was added here, unless the person says otherwise', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...autopay, startsOn: '2026-09-05' })
      await home.moveTo('2026-12-20')
      expect((await rows(home, id)).every((row) => !row.endsWith('overdue'))).toBe(true)
      const unpaid = await home.add({ ...autopay, startsOn: '2026-09-05', pastPeriods: 'unpaid' })
      expect((await rows(home, unpaid.id))[0]).toBe('2026-09-05 30000 0 overdue')
    }))
})

describe('what an act is told to do beforehand', () => {
  it('leaves charges beside the periods out, also those that are long over', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-09-05' })
      await home.does(id, { kind: 'charge', purpose: 'fee', amount: inr(5_000), startsOn: '2026-09-10' })
      expect(await home.outlook(id, { kind: 'changePrice', price: inr(40_000) })).toMatchObject({
        goes: 0,
        comes: 0,
        changes: 1,
      })
    }))

  it('calls no debit credit that was only assumed of another price', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(autopay)
      const correct = { kind: 'correct', startsOn: '2026-11-29', price: inr(10_000) }
      expect(await home.outlook(id, correct)).toMatchObject({ changes: 2, becomesCredit: [] })
      await home.does(id, correct)
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
    }))
})

describe('what somebody paid', () => {
  it('stays with the period that takes the place of its own', () =>
    inTime('2026-12-20', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-09-25' })
      const charges = (await home.charges(id)).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
      await home.pay(charges[2].id)
      await home.does(id, { kind: 'correct', startsOn: '2026-09-24' })
      expect(await rows(home, id)).toEqual([
        '2026-09-24 30000 0 overdue',
        '2026-10-24 30000 0 overdue',
        '2026-11-24 30000 30000 paid',
        '2026-12-24 30000 0 upcoming',
      ])
    }))

  it('stays with its recharge where another is remembered before it', () =>
    inTime('2026-10-15', async (home) => {
      const { id } = await home.add({
        ...stream,
        startsOn: '2026-09-01',
        interval: { count: 28, unit: 'day' },
        renewal: 'manual',
      })
      await home.act(id, 'renew', { payment: {} })
      await home.act(id, 'renew', { renewedOn: '2026-10-05', payment: {} })
      expect(await rows(home, id)).toEqual([
        '2026-09-01 30000 0 overdue',
        '2026-10-05 30000 30000 paid',
        '2026-11-02 30000 30000 paid',
      ])
    }))
})

describe('what was paid with an act that was taken back', () => {
  const pack = { ...stream, interval: { count: 28, unit: 'day' }, renewal: 'manual', startsOn: '2026-11-10' }

  it('is not paid by a later one of the same period', () =>
    inTime('2026-11-30', async (home, api) => {
      const { id } = await home.add(pack)
      await home.act(id, 'renew', { payment: {} })
      await home.does(id, { kind: 'undo' })
      await home.act(id, 'renew')
      expect((await rows(home, id))[1]).toBe('2026-12-08 30000 0 upcoming')
      await home.does(id, { kind: 'undo' })
      expect((await home.get('/balances')).credits).toEqual([])
      const cancelled = await home.add(stream)
      await home.act(cancelled.id, 'cancel', { when: 'now' })
      await home.act(cancelled.id, 'renew', { payment: {} })
      await home.does(cancelled.id, { kind: 'undo' })
      await home.act(cancelled.id, 'renew')
      expect((await rows(home, cancelled.id)).map((row) => row.split(' ')[2])).not.toContain('30000')
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('is paid again when the undo is undone, and goes again with the next one', () =>
    inTime('2026-11-30', async (home, api) => {
      const { id } = await home.add(pack)
      await home.act(id, 'renew', { payment: {} })
      const paid = await rows(home, id)
      const undo = async () => {
        const [last] = (await home.read(id)).acts
        return home.does(id, { kind: 'undo', of: last.kind === 'undone' ? last.id : undefined })
      }
      for (let time = 0; time < 2; time++) {
        const recharged = (await home.read(id)).acts.find(
          ({ kind, stands }: { kind: string; stands: boolean }) => kind === 'recharged' && stands,
        )
        await home.does(id, { kind: 'undo', of: recharged.id })
        expect(await rows(home, id)).toHaveLength(1)
        expect((await home.get('/balances')).credits).toEqual([])
        await undo()
        expect(await rows(home, id)).toEqual(paid)
      }
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('what cannot be put right as it is', () => {
  it('is another currency: it is refused', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const refused = await home.refused(id, 'acts', {
        act: { kind: 'correct', startsOn: '2026-11-29', price: { amount: 1000, currency: 'USD' } },
      })
      expect(refused).toMatchObject({
        code: 'currency-mismatch',
        errors: [{ pointer: '/act/price/currency' }],
      })
    }))
})

describe('a pause that is told later', () => {
  it('can be ended on a day that is past too', () =>
    inTime('2026-12-22', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-09-05' })
      await home.does(id, { kind: 'pause', fromOn: '2026-10-05' })
      expect(await home.read(id)).toMatchObject({ status: 'paused', currentPeriod: null })
      const resumed = await home.does(id, { kind: 'resume', resumedOn: '2026-12-10' })
      expect(resumed).toMatchObject({ status: 'active', renewsOn: '2027-01-10' })
    }))
})
