import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-11-05', interval: monthly, price: inr(30_000) }

const inForce = async (home: HouseholdInTime, id: string) =>
  (await home.allCharges(id))
    .filter(({ state }) => state !== 'void')
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))

describe('a start that was mistyped', () => {
  it('by ten years: 121 dues go, and the right ones stay', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2016-11-20' })
      const correct = { kind: 'correct', startsOn: '2026-11-20', reason: 'A slip' }
      const outlook = await home.outlook(id, correct)
      expect(outlook).toMatchObject({ goes: 122, comes: 2, becomesCredit: [], takenBack: [] })
      const corrected = await home.does(id, correct)
      expect(corrected).toMatchObject({ startsOn: '2026-11-20', renewsOn: '2026-12-20' })
      expect(await inForce(home, id)).toMatchObject([
        { startsOn: '2026-11-20', state: 'overdue' },
        { startsOn: '2026-12-20', state: 'upcoming' },
      ])
      expect((await home.get('/overview')).needs).toHaveLength(1)
      expect(corrected.acts[0]).toMatchObject({ kind: 'corrected', on: '2026-11-20', reason: 'A slip' })
      await home.does(id, { kind: 'undo' })
      expect((await home.read(id)).startsOn).toBe('2016-11-20')
      expect((await home.get('/overview')).needCount).toBeGreaterThan(50)
    }))

  it('where the past was taken as paid: nothing of it is credit, and it comes back when that is taken back', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2016-11-20', pastPeriods: 'assumePaid' })
      const before = await home.read(id)
      expect(before.lifetimeSpend).toEqual([inr(120 * 30_000)])
      const correct = { kind: 'correct', startsOn: '2026-10-20', pastPeriods: 'assumePaid' }
      expect(await home.outlook(id, correct)).toMatchObject({
        becomesCredit: [],
        takenBack: [inr(120 * 30_000)],
      })
      const after = await home.does(id, correct)
      expect(after.lifetimeSpend).toEqual([inr(30_000)])
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
      expect(await inForce(home, id)).toMatchObject([
        { startsOn: '2026-10-20', state: 'paid' },
        { startsOn: '2026-11-20', state: 'overdue' },
        { startsOn: '2026-12-20', state: 'upcoming' },
      ])
      const back = await home.does(id, { kind: 'undo' })
      expect(back.lifetimeSpend).toEqual(before.lifetimeSpend)
    }))

  it('by some days keeps what somebody paid: it pays the right charge', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const [first] = await home.charges(id)
      await home.pay(first.id)
      const correct = { kind: 'correct', startsOn: '2026-11-07' }
      expect(await home.outlook(id, correct)).toMatchObject({
        goes: 2,
        comes: 2,
        becomesCredit: [inr(30_000)],
      })
      await home.does(id, correct)
      expect(await inForce(home, id)).toMatchObject([
        { startsOn: '2026-11-07', state: 'paid', paid: inr(30_000) },
        { startsOn: '2026-12-07', state: 'upcoming' },
      ])
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
      await home.does(id, { kind: 'undo' })
      expect(await inForce(home, id)).toMatchObject([
        { startsOn: '2026-11-05', state: 'paid' },
        { startsOn: '2026-12-05', state: 'upcoming' },
      ])
    }))
})

describe('a price that was mistyped', () => {
  it('is right from the beginning, also where it was paid: what was too much is credit', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const [first] = await home.charges(id)
      await home.pay(first.id)
      const correct = { kind: 'correct', startsOn: '2026-11-05', price: inr(20_000) }
      expect(await home.outlook(id, correct)).toMatchObject({
        goes: 0,
        comes: 0,
        changes: 2,
        becomesCredit: [inr(10_000)],
      })
      await home.does(id, correct)
      expect(await inForce(home, id)).toMatchObject([
        { amount: inr(20_000), state: 'paid' },
        { amount: inr(20_000), paid: inr(10_000), state: 'partlyPaid' },
      ])
      await home.does(id, { kind: 'undo' })
      expect(await inForce(home, id)).toMatchObject([
        { amount: inr(30_000), paid: inr(30_000), state: 'paid' },
        { amount: inr(30_000), paid: inr(0), state: 'upcoming' },
      ])
    }))

  it('keeps what a person corrected on one bill', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const [first] = await home.charges(id)
      await home.person.post(`${home.person.home}/charges/${first.id}/correct`, {
        amount: inr(25_000),
        reason: 'As billed',
      })
      await home.does(id, { kind: 'correct', startsOn: '2026-11-05', price: inr(20_000) })
      const [corrected, ahead] = await inForce(home, id)
      expect(corrected.amount).toEqual(inr(25_000))
      expect(ahead.amount).toEqual(inr(20_000))
    }))
})

describe('other words of the beginning', () => {
  it('from paid ahead to bills: bill day and due days', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const corrected = await home.does(id, {
        kind: 'correct',
        startsOn: '2026-11-05',
        billDay: 1,
        dueDays: 10,
      })
      expect(corrected).toMatchObject({ billDay: 1, dueDays: 10, beginning: { billDay: 1, dueDays: 10 } })
      expect((await inForce(home, id)).map(({ dueOn }) => dueOn)).toEqual(['2026-12-11'])
    }))

  it('to another plan of the catalogue: name and provider follow, a name that somebody gave stays', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-standard', startsOn: '2026-11-05' })
      const before = await home.read(id)
      const other = { kind: 'correct', startsOn: '2026-11-05', planId: 'netflix-in-premium' }
      const corrected = await home.does(id, other)
      expect(corrected).toMatchObject({ plan: { id: 'netflix-in-premium' }, name: corrected.plan.name })
      expect(corrected.name).not.toBe(before.name)
      expect(await home.does(id, { kind: 'undo' })).toMatchObject({ name: before.name, plan: before.plan })
      await home.change(id, { name: 'Films' })
      expect(await home.does(id, other)).toMatchObject({ name: 'Films', providerId: 'netflix' })
    }))

  it('from terms of one’s own to a plan and back: provider and name are what they were', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const before = await home.read(id)
      const correct = { kind: 'correct', startsOn: '2026-11-05', planId: 'netflix-in-premium' }
      const corrected = await home.does(id, correct)
      expect(corrected).toMatchObject({ name: before.name, providerId: 'netflix' })
      const { providerId, providerName, brandColor, name } = before
      expect(providerId).toBeNull()
      const undone = await home.does(id, { kind: 'undo' })
      expect(undone).toMatchObject({ providerId, providerName, brandColor, name, plan: null })
      const [last] = undone.acts
      expect(await home.does(id, { kind: 'undo', of: last.id })).toMatchObject({ providerId: 'netflix' })
    }))

  it('from a plan to terms of one’s own: it stays of the provider it is known by', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-standard', startsOn: '2026-11-05' })
      const { name } = await home.read(id)
      const interval = { count: 1, unit: 'month' }
      const own = { kind: 'correct', startsOn: '2026-11-05', planId: null, price: inr(30_000), interval }
      expect(await home.does(id, own)).toMatchObject({ name, plan: null, providerId: 'netflix' })
    }))

  it('from by itself to by hand: what books itself ends', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...stream, recordsItself: true })
      const corrected = await home.does(id, {
        kind: 'correct',
        startsOn: '2026-11-05',
        renewal: 'manual',
        interval: { count: 28, unit: 'day' },
      })
      expect(corrected).toMatchObject({ renewal: 'manual', recordsItself: false, usableUntil: '2026-12-02' })
    }))

  it('leaves what is not said as it was, and takes away what is said to be none', () =>
    inTime('2026-11-29', async (home) => {
      const bill = { ...stream, kind: 'mobile', startsOn: '2026-11-20', billDay: 5, dueDays: 10 }
      const { id } = await home.add(bill)
      const corrected = await home.does(id, { kind: 'correct', startsOn: '2026-11-19' })
      expect(corrected.beginning).toMatchObject({ startsOn: '2026-11-19', billDay: 5, dueDays: 10 })
      const ahead = await home.does(id, { kind: 'correct', startsOn: '2026-11-19', billDay: null })
      expect(ahead.beginning).toMatchObject({ billDay: null, dueDays: null })
      const trial = { count: 7, unit: 'day' }
      const intro = { price: inr(9900), periods: 3 }
      const other = await home.add({ ...stream, startsOn: '2026-11-20', trial, intro })
      const moved = await home.does(other.id, { kind: 'correct', startsOn: '2026-11-18' })
      expect(moved.beginning).toMatchObject({ trial, intro })
      const without = await home.does(other.id, { kind: 'correct', startsOn: '2026-11-18', trial: null })
      expect(without.beginning).toMatchObject({ trial: null, intro })
    }))

  it('a trial that was forgotten', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      await home.does(id, { kind: 'correct', startsOn: '2026-11-05', trial: { count: 30, unit: 'day' } })
      expect(await inForce(home, id)).toMatchObject([
        { startsOn: '2026-11-05', amount: inr(0) },
        { startsOn: '2026-12-05', amount: inr(30_000) },
      ])
    }))

  it('that take the ground from what happened later are refused, and nothing is written', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...stream, renewal: 'manual' })
      await home.act(id, 'renew')
      const before = await home.read(id)
      const refused = await home.refused(id, 'acts', {
        act: { kind: 'correct', startsOn: '2026-11-05', renewal: 'automatic' },
      })
      expect(refused.code).toBe('rests-on-it')
      expect(await home.read(id)).toEqual(before)
    }))

  it('that cannot be are refused', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const codes = await Promise.all(
        [
          {
            kind: 'correct',
            startsOn: '2026-11-05',
            price: { amount: 100, currency: 'USD' },
            planId: 'netflix-in-premium',
          },
          { kind: 'correct', startsOn: '2026-11-05', billDay: 5, renewal: 'manual' },
          { kind: 'correct', startsOn: '2200-12-30' },
          { kind: 'changePlan' },
          { kind: 'changePlan', price: inr(100), fromOn: '2026-11-01' },
          { kind: 'pause', fromOn: '2029-01-01' },
          { kind: 'resume' },
          { kind: 'end' },
        ].map(async (act) => (await home.refused(id, 'acts', { act })).code),
      )
      expect(codes).toEqual([
        'currency-mismatch',
        'invalid-terms',
        'invalid-date',
        'invalid-terms',
        'date-out-of-range',
        'date-out-of-range',
        'illegal-transition',
        'illegal-transition',
      ])
    }))
})

describe('added by mistake', () => {
  it('leaves Home, lists and dues, and comes back with everything', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const before = await inForce(home, id)
      expect(await home.outlook(id, { kind: 'withdraw' })).toMatchObject({ goes: 2, comes: 0 })
      const gone = await home.does(id, { kind: 'withdraw', reason: 'Twice' })
      expect(gone).toMatchObject({ removedOn: '2026-11-29', actions: ['undo'] })
      const over = { status: 'expired', nextDebit: null, renewsOn: null, decideBy: null, currentPeriod: null }
      expect(await home.read(id)).toMatchObject({ ...over, usableUntil: null })
      expect((await home.get('/subscriptions')).items).toEqual([])
      expect((await home.get('/subscriptions?status=removed')).items).toMatchObject([{ id }])
      expect((await home.get('/overview')).needs).toEqual([])
      expect(await inForce(home, id)).toEqual([])
      await home.moveTo('2027-02-10')
      expect(await inForce(home, id)).toEqual([])
      expect((await home.refused(id, 'cancel')).code).toBe('illegal-transition')
      await home.does(id, { kind: 'undo' })
      expect(await inForce(home, id)).toMatchObject([
        ...before.map(({ id: chargeId }) => ({ id: chargeId })),
        { startsOn: '2027-01-05' },
        { startsOn: '2027-02-05' },
        { startsOn: '2027-03-05' },
      ])
      expect((await home.get('/subscriptions')).items).toMatchObject([{ id }])
    }))

  it('with money on it says what becomes of it', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(stream)
      const [first] = await home.charges(id)
      await home.pay(first.id)
      expect(await home.outlook(id, { kind: 'withdraw' })).toMatchObject({ becomesCredit: [inr(30_000)] })
      await home.does(id, { kind: 'withdraw' })
      expect((await home.get('/balances')).credits).toMatchObject([
        { subscriptionId: id, amount: inr(30_000) },
      ])
      await home.does(id, { kind: 'undo' })
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
      expect((await inForce(home, id))[0]).toMatchObject({ state: 'paid', paid: inr(30_000) })
    }))
})
