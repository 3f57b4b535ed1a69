import { describe, expect, it } from 'vitest'
import { aHouseholdInTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { startApi, type Api } from '../../../test/harness.ts'

let api: Api
let home: HouseholdInTime

/** Every scenario begins at noon in India on this day, in a household of its own. */
const begin = async (today: string, scenario: () => Promise<void>) => {
  api = await startApi({ now: `${today}T06:30:00Z` })
  try {
    home = await aHouseholdInTime(api)
    await scenario()
  } finally {
    await api.close()
  }
}

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
const startsOf = (entries: Entry[]) => entries.map(({ startsOn }) => startsOn)

describe('Netflix, monthly from the 31st', () => {
  it('keeps its day over fourteen months with exactly one charge ahead', () =>
    begin('2026-10-31', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const expected = [
        '2026-10-31',
        '2026-11-30',
        '2026-12-31',
        '2027-01-31',
        '2027-02-28',
        '2027-03-31',
        '2027-04-30',
      ]
      expected.push(
        '2027-05-31',
        '2027-06-30',
        '2027-07-31',
        '2027-08-31',
        '2027-09-30',
        '2027-10-31',
        '2027-11-30',
      )
      expected.push('2027-12-31')
      for (const [at, startsOn] of expected.slice(0, -1).entries()) {
        if (at > 0) await home.moveTo(startsOn)
        const subscription = await home.read(id)
        expect(subscription).toMatchObject({
          status: 'active',
          currentPeriod: { startsOn },
          renewsOn: expected[at + 1],
        })
        expect(startsOf(raised(subscription))).toEqual(expected.slice(0, at + 2))
        expect(raised(subscription).at(-1)).toMatchObject({ state: 'upcoming', amount: inr(64_900) })
      }
    }))

  it('raises the charge of a day when that day begins in the household, not in London', () =>
    begin('2026-10-31', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      await api.clock.moveTo('2026-11-29T18:29:00Z')
      await home.signIn()
      expect(raised(await home.read(id))).toHaveLength(2)
      await api.clock.moveTo('2026-11-29T18:31:00Z')
      expect(raised(await home.read(id))).toHaveLength(3)
    }))

  it('catches up in order when nothing ran for a year', () =>
    begin('2026-10-31', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      await home.moveTo('2027-10-31')
      expect(startsOf(raised(await home.read(id)))).toHaveLength(14)
    }))
})

describe('a Jio 28-day pack', () => {
  it('expires and is not renewed by itself', () =>
    begin('2026-11-01', async () => {
      const { id } = await home.add({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01' })
      await home.moveTo('2026-11-28')
      expect(await home.read(id)).toMatchObject({
        status: 'active',
        usableUntil: '2026-11-28',
        renewsOn: '2026-11-29',
      })
      await home.moveTo('2026-11-29')
      const expired = await home.read(id)
      expect(expired).toMatchObject({
        status: 'expired',
        currentPeriod: null,
        usableUntil: null,
        renewsOn: null,
      })
      expect(expired.actions).toEqual(['renew'])
      expect(raised(expired)).toHaveLength(1)
      await home.moveTo('2027-02-01')
      expect(raised(await home.read(id))).toHaveLength(1)
    }))

  it('queues a recharge that comes early, and counts it from the same anchor', () =>
    begin('2026-11-01', async () => {
      const { id } = await home.add({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01' })
      await home.moveTo('2026-11-20')
      const renewed = await home.act(id, 'renew', { payment: { method: 'UPI' } })
      expect(renewed).toMatchObject({
        status: 'active',
        currentPeriod: { startsOn: '2026-11-01', endsOn: '2026-11-29' },
        usableUntil: '2026-12-26',
        nextDebit: { on: '2026-12-27', expected: true },
      })
      expect(raised(renewed)[1]).toMatchObject({
        startsOn: '2026-11-29',
        endsOn: '2026-12-27',
        state: 'paid',
        payments: [{ amount: inr(29_900), method: 'UPI', paidOn: '2026-11-20', assumed: false }],
      })
    }))

  it('counts a late recharge from the payment', () =>
    begin('2026-11-01', async () => {
      const { id } = await home.add({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01' })
      await home.moveTo('2026-12-05')
      const renewed = await home.act(id, 'renew', { price: inr(34_900) })
      expect(renewed).toMatchObject({
        status: 'active',
        price: inr(34_900),
        currentPeriod: { startsOn: '2026-12-05', endsOn: '2027-01-02' },
      })
      expect(raised(renewed).map(({ startsOn, amount }) => [startsOn, amount.amount])).toEqual([
        ['2026-11-01', 29_900],
        ['2026-12-05', 34_900],
      ])
    }))

  it('can be counted from the due date or from an earlier day instead', () =>
    begin('2026-11-01', async () => {
      const { id } = await home.add({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01' })
      await home.moveTo('2026-12-05')
      const renewed = await home.act(id, 'renew', { policy: 'fromDueDate', renewedOn: '2026-12-01' })
      expect(renewed.currentPeriod).toEqual({ startsOn: '2026-11-29', endsOn: '2026-12-27' })
    }))
})

describe('ACT for six months', () => {
  it('shows tax on top, stops after six months and starts again on the day of the recharge', () =>
    begin('2026-11-15', async () => {
      const draft = { planId: 'act-in-chennai-basic', startsOn: '2026-08-31', renewal: 'manual' }
      const { id, debit } = await home.add({
        ...draft,
        interval: { count: 6, unit: 'month' },
        price: inr(492_000),
      })
      expect(debit).toEqual(inr(580_560))
      expect(await home.read(id)).toMatchObject({ renewsOn: '2027-02-28', monthlyCost: inr(96_760) })
      await home.moveTo('2027-02-28')
      expect(await home.read(id)).toMatchObject({ status: 'expired' })
      expect(await home.act(id, 'renew')).toMatchObject({
        currentPeriod: { startsOn: '2027-02-28', endsOn: '2027-08-31' },
      })
    }))
})

describe('a postpaid line with bill day 31', () => {
  it('bills the days before the first bill date, then months, and is due fifteen days later', () =>
    begin('2026-11-10', async () => {
      const { id, timeline } = await home.add({
        name: 'Airtel Postpaid',
        kind: 'mobile',
        startsOn: '2026-11-10',
        interval: { count: 1, unit: 'month' },
        price: inr(44_900),
        taxIncluded: false,
        billDay: 31,
        dueDays: 15,
      })
      expect(timeline[0]).toMatchObject({ startsOn: '2026-11-10', endsOn: '2026-11-30', dueOn: '2026-12-15' })
      expect(raised({ timeline })).toHaveLength(1)
      await home.moveTo('2026-11-30')
      await home.moveTo('2026-12-31')
      const bills = raised(await home.read(id)).map(({ endsOn, dueOn, amount, state }) => [
        endsOn,
        dueOn,
        amount.amount,
        state,
      ])
      expect(bills).toEqual([
        ['2026-11-30', '2026-12-15', 35_321, 'overdue'],
        ['2026-12-31', '2027-01-15', 52_982, 'due'],
        ['2027-01-31', '2027-02-15', 52_982, 'upcoming'],
      ])
    }))
})

describe('a trial and then an intro price', () => {
  it('is free, then cheap, then at its price, and says when to decide', () =>
    begin('2026-11-10', async () => {
      const { id } = await home.add({
        name: 'New Stream',
        kind: 'ott',
        startsOn: '2026-11-10',
        interval: { count: 1, unit: 'month' },
        price: inr(49_900),
        trial: { count: 7, unit: 'day' },
        intro: { price: inr(9_900), periods: 2 },
      })
      expect(await home.read(id)).toMatchObject({
        status: 'trialing',
        price: inr(49_900),
        nextDebit: { on: '2026-11-17', amount: inr(9_900), expected: false },
        decideBy: '2026-11-16',
      })
      await home.moveTo('2027-01-17')
      expect(raised(await home.read(id)).map(({ startsOn, amount }) => [startsOn, amount.amount])).toEqual([
        ['2026-11-10', 0],
        ['2026-11-17', 9_900],
        ['2026-12-17', 9_900],
        ['2027-01-17', 49_900],
        ['2027-02-17', 49_900],
      ])
    }))
})

describe('cancelling', () => {
  it('at the end of the period leaves the rest usable, voids the charge ahead, and can be taken back', () =>
    begin('2026-11-05', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const cancelled = await home.act(id, 'cancel')
      expect(cancelled).toMatchObject({
        status: 'cancelled',
        cancelledOn: '2026-11-05',
        usableUntil: '2026-11-29',
        renewsOn: null,
        nextDebit: null,
        actions: ['cancelNow', 'reactivate'],
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
    begin('2026-11-05', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      await home.act(id, 'cancel')
      await home.moveTo('2026-12-31')
      const over = await home.read(id)
      expect(over).toMatchObject({
        status: 'expired',
        actions: ['renew'],
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

  it('now is over at once and owes only what had begun', () =>
    begin('2026-11-05', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const over = await home.act(id, 'cancel', { when: 'now' })
      expect(over).toMatchObject({ status: 'expired', usableUntil: null })
      expect(over.timeline).toMatchObject([{ startsOn: '2026-10-31', endsOn: '2026-11-05' }])
      expect(await home.charges(id)).toMatchObject([{ state: 'overdue' }, { state: 'void' }])
    }))

  it('and starting again later counts from the new day', () =>
    begin('2026-11-05', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      await home.act(id, 'cancel', { when: 'now' })
      await home.moveTo('2027-01-10')
      const again = await home.act(id, 'renew')
      expect(again).toMatchObject({
        status: 'active',
        currentPeriod: { startsOn: '2027-01-10', endsOn: '2027-02-10' },
      })
      expect(await home.charges(id)).toMatchObject([
        { startsOn: '2026-10-31', state: 'overdue' },
        { startsOn: '2027-01-10', state: 'due' },
        { startsOn: '2027-02-10', state: 'upcoming' },
      ])
    }))

  it('is refused for a pack that renews by itself when somebody recharges it, naming both states', () =>
    begin('2026-11-05', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const problem = await home.refused(id, 'renew')
      expect(problem).toMatchObject({ status: 409, code: 'illegal-transition' })
      expect(problem.detail).toMatch(/active and renews by itself cannot become active by renew/)
    }))
})

describe('a new price', () => {
  it('touches the charge ahead and what follows, never what was billed', () =>
    begin('2026-12-05', async () => {
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
    begin('2026-12-05', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const answer = await home.person.patch(`${home.person.home}/subscriptions/${id}`, {
        price: { amount: 1099, currency: 'USD' },
      })
      expect(answer).toMatchObject({ status: 422, body: { code: 'currency-mismatch' } })
    }))
})

describe('moving house', () => {
  it('to another time zone moves no stored date', () =>
    begin('2026-11-05', async () => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const before = await home.read(id)
      await home.person.patch(home.person.home, { timeZone: 'America/Los_Angeles' })
      const { rows } = await api.postgres.pool.query(
        'select body, next_effect_on from subscriptions where id = $1',
        [id],
      )
      const after = await home.read(id)
      expect(after).toEqual(before)
      expect(rows[0]).toMatchObject({ next_effect_on: '2026-11-30', body: { nextEffectOn: '2026-11-30' } })
      // 30 November begins there when it is half past one in the afternoon in India.
      await api.clock.moveTo('2026-11-30T07:59:00Z')
      await home.signIn()
      expect(raised(await home.read(id))).toHaveLength(2)
      await api.clock.moveTo('2026-11-30T08:01:00Z')
      expect(raised(await home.read(id))).toHaveLength(3)
    }))
})
