import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const days = (count: number) => ({ count, unit: 'day' })
const monthly = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-11-05', interval: monthly, price: inr(30_000) }
const pack = {
  name: 'Jio',
  kind: 'mobile',
  startsOn: '2026-11-10',
  interval: days(28),
  price: inr(29_900),
  renewal: 'manual',
}

/** What must be the same again: facts as people see them, charges, balances and credits. */
const standOf = async (home: HouseholdInTime, id: string) => {
  const { status, renewsOn, usableUntil, timeline, currentPeriod, nextDebit, cancelledOn, decideBy } =
    await home.read(id)
  const periods = timeline.map(({ startsOn, endsOn, amount, paid, state }: Record<string, unknown>) => ({
    startsOn,
    endsOn,
    amount,
    paid,
    state,
  }))
  const inForce = (await home.charges(id)).filter(({ state }) => state !== 'void')
  const charges = inForce.map(({ id: chargeId, startsOn, amount, paid, state, outstanding }) => ({
    chargeId,
    startsOn,
    amount,
    paid,
    state,
    outstanding,
  }))
  const { balances, credits } = await home.get('/balances')
  const facts = { status, renewsOn, usableUntil, currentPeriod, nextDebit, cancelledOn, decideBy }
  return { facts, periods, charges, balances, credits }
}

describe('taking back', () => {
  it('a cancellation at once, by mistake, leaves everything as it was', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      const [first, ahead] = await home.charges(id)
      await home.pay(first.id)
      await home.pay(ahead.id, { amount: inr(10_000) })
      const before = await standOf(home, id)
      const cancelled = await home.act(id, 'cancel', { when: 'now' })
      expect(cancelled).toMatchObject({ status: 'expired', actions: expect.arrayContaining(['undo']) })
      expect(await standOf(home, id)).not.toEqual(before)
      await home.does(id, { kind: 'undo' })
      expect(await standOf(home, id)).toEqual(before)
    }))

  it('a recharge that was pressed twice takes its payment back too', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(pack)
      await home.act(id, 'renew', { payment: {} })
      const before = await standOf(home, id)
      const twice = await home.act(id, 'renew', { payment: {} })
      expect(twice.usableUntil).toBe('2027-02-01')
      const undone = await home.does(id, { kind: 'undo' })
      expect(undone.usableUntil).toBe('2027-01-04')
      expect(await standOf(home, id)).toEqual(before)
      expect(undone.lifetimeSpend).toEqual([inr(29_900)])
    }))

  it('and taking that back brings period and payment again', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(pack)
      await home.act(id, 'renew', { payment: {} })
      const before = await standOf(home, id)
      const { acts } = await home.does(id, { kind: 'undo' })
      expect(acts[0]).toMatchObject({ kind: 'undone', of: acts[1].id, stands: true, mayUndo: true })
      expect(acts[1]).toMatchObject({ kind: 'recharged', stands: false, mayUndo: false })
      await home.does(id, { kind: 'undo', of: acts[0].id })
      expect(await standOf(home, id)).toEqual(before)
    }))

  it('a pause over the end of a month, before and after it ends', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-10-31' })
      const before = await standOf(home, id)
      await home.does(id, { kind: 'pause', fromOn: '2026-11-25', untilOn: '2027-01-10' })
      const paused = await home.read(id)
      expect(paused.timeline.map(({ startsOn }: { startsOn: string }) => startsOn)).not.toContain(
        '2026-11-30',
      )
      expect((await home.charges(id)).filter(({ state }) => state !== 'void')).toHaveLength(2)
      await home.does(id, { kind: 'undo' })
      expect(await standOf(home, id)).toEqual(before)
    }))

  it('a change of plan in the middle of a paid month', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      const [first] = await home.charges(id)
      await home.pay(first.id)
      const before = await standOf(home, id)
      await home.does(id, { kind: 'changePlan', price: inr(60_000) })
      expect((await home.get('/balances')).credits).toEqual([])
      const [old, next] = (await home.charges(id)).filter(({ state }) => state !== 'void')
      // 15 of 30 days of ₹300; what was paid beyond pays the new plan.
      expect(old).toMatchObject({ amount: inr(15_000), paid: inr(30_000), state: 'paid' })
      expect(next).toMatchObject({ startsOn: '2026-11-20', amount: inr(60_000), paid: inr(15_000) })
      await home.does(id, { kind: 'undo' })
      expect(await standOf(home, id)).toEqual(before)
    }))

  it('is refused for what is not there, and for the beginning', () =>
    inTime('2026-11-20', async (home) => {
      const { id, acts } = await home.add(stream)
      const nothing = await home.refused(id, 'acts', { act: { kind: 'undo' } })
      expect(nothing.code).toBe('illegal-transition')
      const beginning = await home.refused(id, 'acts', { act: { kind: 'undo', of: acts[0].id } })
      expect(beginning.code).toBe('illegal-transition')
    }))

  it('an act on which a later one rests is refused, and says so beforehand', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      await home.does(id, { kind: 'pause' })
      const { acts } = await home.does(id, { kind: 'resume', resumedOn: '2026-11-20' })
      expect(acts.map(({ kind, mayUndo }: { kind: string; mayUndo: boolean }) => [kind, mayUndo])).toEqual([
        ['resumed', true],
        ['paused', false],
        ['started', false],
      ])
      const refused = await home.refused(id, 'acts', { act: { kind: 'undo', of: acts[1].id } })
      expect(refused).toMatchObject({ code: 'rests-on-it', status: 409 })
    }))

  it('sent again with its key happens once', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(pack)
      await home.act(id, 'renew')
      await home.act(id, 'renew')
      const path = `${home.person.home}/subscriptions/${id}/acts`
      const key = { 'Idempotency-Key': 'undo-once-0001' }
      const first = await home.person.post(path, { act: { kind: 'undo' } }, key)
      const second = await home.person.post(path, { act: { kind: 'undo' } }, key)
      expect(second.body).toEqual(first.body)
      expect((await home.read(id)).usableUntil).toBe('2027-01-04')
    }))
})
