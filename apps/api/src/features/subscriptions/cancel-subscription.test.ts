import { describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

interface Entry {
  index: number
  startsOn: string
  endsOn: string
  dueOn: string
  amount: { amount: number }
  expected: boolean
  state: string | null
}

const raised = ({ timeline }: { timeline: Entry[] }) => timeline.filter(({ expected }) => !expected)

describe('cancelling', () => {
  it('at the end of the period leaves the rest usable, voids the charge ahead, and can be taken back', () =>
    inTime('2026-11-05', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const cancelled = await home.act(id, 'cancel')
      expect(cancelled).toMatchObject({
        status: 'cancelled',
        cancelledOn: '2026-11-05',
        usableUntil: '2026-11-29',
        renewsOn: null,
        nextDebit: null,
        actions: ['cancelNow', 'reactivate', 'charge', 'correct', 'withdraw', 'undo'],
      })
      expect(await home.charges(id)).toMatchObject([{ state: 'overdue' }, { state: 'void' }])
      await home.moveTo('2026-11-28')
      const back = await home.act(id, 'reactivate')
      expect(back).toMatchObject({ status: 'active', cancelledOn: null, renewsOn: '2026-11-30' })
      expect(await home.charges(id)).toMatchObject([
        { state: 'overdue' },
        { state: 'upcoming', dueOn: '2026-11-30' },
      ])
      await home.moveTo('2026-11-30')
      expect(raised(await home.read(id))).toHaveLength(3)
    }))

  it('at the end of the period is over when it ends, and raises nothing more', () =>
    inTime('2026-11-05', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      await home.act(id, 'cancel')
      await home.moveTo('2026-12-31')
      const over = await home.read(id)
      expect(over).toMatchObject({
        status: 'expired',
        actions: ['renew', 'charge', 'correct', 'withdraw', 'undo'],
        nextDebit: null,
        currentPeriod: null,
      })
      expect(over.timeline).toHaveLength(1)
      const problem = await home.refused(id, 'reactivate')
      expect(problem).toMatchObject({
        code: 'illegal-transition',
        detail: expect.stringMatching(/expired.*active/),
      })
    }))

  it('in a pause from the first day of a period on is over with the one before, as its charges say', () =>
    inTime('2026-11-30', async (home) => {
      const month = { count: 1, unit: 'month' }
      const draft = { name: 'Stream', kind: 'ott', startsOn: '2026-10-31', interval: month }
      const { id } = await home.add({ ...draft, price: inr(30_000) })
      for (const charge of await home.inForce(id)) if (charge.dueOn <= '2026-11-30') await home.pay(charge.id)
      await home.does(id, { kind: 'pause' })
      const cancelled = await home.act(id, 'cancel')
      expect(cancelled).toMatchObject({ status: 'expired', currentPeriod: null })
      expect(await home.inForce(id)).toMatchObject([{ endsOn: '2026-11-30', state: 'paid' }])
      expect((await home.get('/balances')).credits).toMatchObject([{ amount: inr(30_000) }])
      const { running } = await home.get('/overview')
      expect(running.count).toBe(0)
      const back = await home.does(id, { kind: 'undo' })
      expect(back).toMatchObject({ status: 'paused' })
    }))

  it('now is over at once and owes only what had begun', () =>
    inTime('2026-11-05', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const over = await home.act(id, 'cancel', { when: 'now' })
      expect(over).toMatchObject({ status: 'expired', usableUntil: null })
      expect(over.timeline).toMatchObject([{ startsOn: '2026-10-31', endsOn: '2026-11-05' }])
      expect(await home.charges(id)).toMatchObject([{ state: 'overdue' }, { state: 'void' }])
    }))

  it('and starting again later counts from the new day', () =>
    inTime('2026-11-05', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      await home.act(id, 'cancel', { when: 'now' })
      await home.moveTo('2027-01-10')
      const again = await home.act(id, 'renew')
      expect(again).toMatchObject({
        status: 'active',
        currentPeriod: { startsOn: '2027-01-10', endsOn: '2027-02-10' },
      })
      // The period that went and the one that came are two charges.
      expect(await home.charges(id)).toMatchObject([
        { startsOn: '2026-10-31', state: 'overdue' },
        { startsOn: '2026-11-30', state: 'void' },
        { startsOn: '2027-01-10', state: 'due' },
        { startsOn: '2027-02-10', state: 'upcoming' },
      ])
    }))

  it('is refused for a pack that renews by itself when somebody recharges it, naming both states', () =>
    inTime('2026-11-05', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const problem = await home.refused(id, 'renew')
      expect(problem).toMatchObject({ status: 409, code: 'illegal-transition' })
      expect(problem.detail).toMatch(/active and renews by itself cannot become active by renew/)
    }))
})

describe('a new price', () => {
  it('touches the charge ahead and what follows, never what was billed', () =>
    inTime('2026-12-05', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const changed = await home.change(id, { price: inr(79_900) })
      expect(
        changed.timeline.map(({ startsOn, amount }: Entry) => [startsOn, amount.amount]).slice(0, 4),
      ).toEqual([
        ['2026-10-31', 64_900],
        ['2026-11-30', 64_900],
        ['2026-12-31', 79_900],
        ['2027-01-31', 79_900],
      ])
      expect((await home.charges(id)).map(({ amount }) => amount.amount)).toEqual([64_900, 64_900, 79_900])
      expect(changed).toMatchObject({ price: inr(79_900), renewsOn: '2026-12-31' })
    }))

  it('in another currency is refused', () =>
    inTime('2026-12-05', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const answer = await home.person.patch(`${home.person.home}/subscriptions/${id}`, {
        price: { amount: 1099, currency: 'USD' },
      })
      expect(answer).toMatchObject({ status: 422, body: { code: 'currency-mismatch' } })
    }))
})

describe('moving house', () => {
  it('over the date line has its row of the new day ahead at once, without waiting for the minute', () =>
    inTime('2026-11-30', async (home) => {
      await home.person.patch(home.person.home, { timeZone: 'Pacific/Pago_Pago' })
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-30' })
      const before = raised(await home.read(id)).length
      await home.person.patch(home.person.home, { timeZone: 'Pacific/Kiritimati' })
      await expect.poll(async () => raised(await home.read(id)).length, { timeout: 10_000 }).toBe(before + 1)
    }))

  it('to another time zone moves no stored date', () =>
    inTime('2026-11-05', async (home, api) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const before = await home.read(id)
      await home.person.patch(home.person.home, { timeZone: 'America/Los_Angeles' })
      const stored = await api.app.get(SubscriptionRepository).get(id)
      const after = await home.read(id)
      expect(after).toEqual(before)
      expect(stored).toMatchObject({ nextEffectOn: '2026-11-30' })
      // 30 November begins there when it is half past one in the afternoon in India.
      await api.clock.moveTo('2026-11-30T07:59:00Z')
      await home.signIn()
      expect(raised(await home.read(id))).toHaveLength(2)
      await api.clock.moveTo('2026-11-30T08:01:00Z')
      expect(raised(await home.read(id))).toHaveLength(3)
    }))
})
