import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const stream = {
  name: 'Stream',
  kind: 'ott',
  startsOn: '2026-11-05',
  interval: { count: 1, unit: 'month' },
  price: inr(30_000),
}

/** ₹300 from 5 November, paid, and ₹100 of the next. */
const paidAhead = async (home: HouseholdInTime) => {
  const { id } = await home.add(stream)
  const [first, ahead] = await home.charges(id)
  const pay = (chargeId: string, body: object = {}) =>
    home.person.post(`${home.person.home}/charges/${chargeId}/payments`, body)
  await pay(first.id)
  await pay(ahead.id, { amount: inr(10_000) })
  return { id, aheadId: ahead.id as string }
}
const get = async ({ person }: HouseholdInTime, path: string) =>
  (await person.get(`${person.home}${path}`)).body

describe('a period that does not come', () => {
  it('asks for nothing, and what was paid for it is credit, which the history says', () =>
    inTime('2026-11-20', async (home) => {
      const { id, aheadId } = await paidAhead(home)
      const cancelled = await home.act(id, 'cancel')
      expect(cancelled).toMatchObject({ status: 'cancelled', nextDebit: null, decideBy: null })
      expect(await home.charges(id)).toMatchObject([
        { state: 'paid', credit: inr(0) },
        { id: aheadId, state: 'void', paid: inr(10_000), credit: inr(10_000), outstanding: inr(0) },
      ])
      const overview = await get(home, '/overview')
      expect([overview.needs, overview.next14.debits]).toEqual([[], []])
      expect(await get(home, '/balances')).toMatchObject({
        balances: [],
        credits: [{ subscriptionId: id, amount: inr(10_000) }],
      })
      expect((await get(home, '/history')).items[0]).toMatchObject({
        kind: 'void',
        amount: inr(10_000),
        subscription: { id, chargeId: aheadId, startsOn: '2026-12-05' },
      })
      await home.moveTo('2026-12-06')
      expect((await get(home, '/overview')).needs).toEqual([])
    }))

  it('is paid in part again when the cancellation is taken back', () =>
    inTime('2026-11-20', async (home) => {
      const { id, aheadId } = await paidAhead(home)
      await home.act(id, 'cancel')
      await home.act(id, 'reactivate')
      expect((await home.charges(id))[1]).toMatchObject({
        id: aheadId,
        state: 'partlyPaid',
        credit: inr(0),
        outstanding: inr(20_000),
      })
      expect(await get(home, '/balances')).toMatchObject({ balances: [], credits: [] })
    }))

  it('is not the one that begins when it is taken up again, which its money pays for', () =>
    inTime('2026-11-20', async (home) => {
      const { id, aheadId } = await paidAhead(home)
      await home.act(id, 'cancel')
      await home.moveTo('2026-12-20')
      const again = await home.act(id, 'renew')
      expect(again.currentPeriod).toEqual({ startsOn: '2026-12-20', endsOn: '2027-01-20' })
      const current = again.timeline.find(({ startsOn }: { startsOn: string }) => startsOn === '2026-12-20')
      expect(current).toMatchObject({ dueOn: '2026-12-20', amount: inr(30_000), paid: inr(10_000) })
      expect(current.chargeId).not.toBe(aheadId)
      expect(await home.charges(id)).toMatchObject([
        { startsOn: '2026-11-05', state: 'paid' },
        { startsOn: '2026-12-05', state: 'void' },
        { startsOn: '2026-12-20', state: 'partlyPaid', outstanding: inr(20_000) },
        { startsOn: '2027-01-20', state: 'upcoming' },
      ])
    }))

  it('gives the money to who paid it when the provider sends it back', () =>
    inTime('2026-11-20', async (home) => {
      const { id, aheadId } = await paidAhead(home)
      await home.act(id, 'cancel')
      const { person } = home
      const refund = await person.post(`${person.home}/charges/${aheadId}/refunds`, { amount: inr(10_000) })
      expect([refund.status, refund.body.charge]).toMatchObject([
        201,
        { state: 'void', paid: inr(0), credit: inr(0) },
      ])
      expect(await get(home, '/balances')).toMatchObject({ balances: [], credits: [] })
    }))
})

describe('a recharge that counts from its payment', () => {
  it('ends the charge of the pack before it with its period; what was billed and paid stays', () =>
    inTime('2026-11-05', async (home) => {
      const { id } = await home.add({ ...stream, renewal: 'manual' })
      const [first] = await home.charges(id)
      await home.person.post(`${home.person.home}/charges/${first.id}/payments`, {})
      await home.moveTo('2026-11-20')
      await home.act(id, 'renew', { policy: 'fromPaymentDate' })
      expect(await home.charges(id)).toMatchObject([
        {
          startsOn: '2026-11-05',
          endsOn: '2026-11-20',
          amount: inr(30_000),
          paid: inr(30_000),
          state: 'paid',
        },
        { startsOn: '2026-11-20', endsOn: '2026-12-20', amount: inr(30_000) },
      ])
    }))
})
