import {
  alwaysSplit,
  changePriceFrom,
  chargesToRaise,
  parseCalendarDate,
  termsOf,
  type Terms,
} from '@streamline/domain'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { BillingService, type BilledSubscription, type ChargePlan } from '../billing.service.ts'

const on = parseCalendarDate
const inr = (amount: number) => ({ amount, currency: 'INR' })

const monthly = () =>
  termsOf({ startsOn: on('2026-10-10'), interval: { count: 1, unit: 'month' }, price: inr(20_000) })

describe('the charges of a subscription', () => {
  let api: Api
  let asha: Person
  let ravi: string
  let billing: BillingService
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    asha = await aPerson(api)
    ravi = (await asha.post(`${asha.home}/members`, { name: 'Ravi' })).body.id
    billing = api.app.get(BillingService)
  })
  afterAll(() => api.close())

  const aSubscription = (more: Partial<BilledSubscription> = {}): BilledSubscription => ({
    id: v7(),
    householdId: asha.householdId,
    name: 'Stream',
    kind: 'ott',
    providerId: null,
    brandColor: null,
    visibility: 'shared',
    ownerId: asha.memberId,
    paidBy: asha.memberId,
    splits: alwaysSplit({ kind: 'payer' }),
    ...more,
  })
  const apply = async (subscription: BilledSubscription, terms: Terms, more: Partial<ChargePlan> = {}) => {
    const today = on('2026-11-23')
    const periods = chargesToRaise({ terms, pauses: [] }, today)
    await billing.applyChargePlan({ subscription, periods, today, ...more })
    return chargesOf(subscription.id)
  }
  const chargesOf = async (id: string) =>
    (await billing.chargesOfSubscriptions([id], on('2026-11-23'))).get(id) ?? []
  const pay = (chargeId: string, body: object = {}) =>
    asha.post(`${asha.home}/charges/${chargeId}/payments`, body)

  it('are raised up to exactly one ahead, with ids that follow from the period', async () => {
    const subscription = aSubscription()
    const charges = await apply(subscription, monthly())
    expect(charges.map(({ dueOn, state, amount }) => [dueOn, state, amount.amount])).toEqual([
      ['2026-10-10', 'overdue', 20_000],
      ['2026-11-10', 'overdue', 20_000],
      ['2026-12-10', 'upcoming', 20_000],
    ])
    expect(charges.map(({ id }) => id)).toEqual(
      [0, 1, 2].map((index) => billing.chargeIdOf(subscription.id, index)),
    )
  })

  it('stay as they are when the same plan is applied again, also at once by several', async () => {
    const subscription = aSubscription()
    const first = await apply(subscription, monthly())
    await Promise.all(Array.from({ length: 5 }, () => apply(subscription, monthly())))
    expect(await chargesOf(subscription.id)).toEqual(first)
  })

  it('keep their amount once billed, and follow a new price before', async () => {
    const subscription = aSubscription()
    await apply(subscription, monthly())
    const charges = await apply(subscription, changePriceFrom(monthly(), 0, inr(30_000)))
    expect(charges.map(({ amount }) => amount.amount)).toEqual([20_000, 20_000, 30_000])
  })

  it('keep their amount once something is paid ahead', async () => {
    const subscription = aSubscription()
    const [, , ahead] = await apply(subscription, monthly())
    await pay(ahead?.id ?? '', { amount: inr(5000) })
    const charges = await apply(subscription, changePriceFrom(monthly(), 0, inr(30_000)))
    expect(charges.map(({ amount }) => amount.amount)).toEqual([20_000, 20_000, 20_000])
  })

  it('after a cancellation are void, but for one that was paid ahead; and come back with a reactivation', async () => {
    const unpaid = aSubscription()
    await apply(unpaid, monthly())
    const cancelled = await apply(unpaid, monthly(), { periods: [], voidFromIndex: 2 })
    expect(cancelled.map(({ state, outstanding }) => [state, outstanding.amount])).toEqual([
      ['overdue', 20_000],
      ['overdue', 20_000],
      ['void', 0],
    ])
    expect((await pay(cancelled[2]?.id ?? '')).body.code).toBe('charge-closed')
    const reactivated = await apply(unpaid, changePriceFrom(monthly(), 2, inr(25_000)))
    expect(reactivated[2]).toMatchObject({ state: 'upcoming', amount: inr(25_000) })

    const paid = aSubscription()
    const [, , ahead] = await apply(paid, monthly())
    await pay(ahead?.id ?? '')
    const kept = await apply(paid, monthly(), { periods: [], voidFromIndex: 2 })
    expect(kept[2]).toMatchObject({ state: 'paid', paid: inr(20_000) })
  })

  it('follow names at once, the payer while the period runs and nothing is paid, the split while it runs', async () => {
    const subscription = aSubscription()
    const [, current] = await apply(subscription, monthly())
    await pay(current?.id ?? '', { amount: inr(100) })
    const charges = await apply(
      {
        ...subscription,
        name: 'New name',
        paidBy: ravi,
        splits: alwaysSplit({ kind: 'equal', memberIds: [asha.memberId, ravi] }),
      },
      monthly(),
    )
    expect(charges.map(({ subscriptionName }) => subscriptionName)).toEqual([
      'New name',
      'New name',
      'New name',
    ])
    expect(charges.map(({ paidBy, shares }) => [paidBy, shares.length])).toEqual([
      [asha.memberId, 1],
      [asha.memberId, 2],
      [ravi, 2],
    ])
  })

  it('of the past count as paid where that was said, marked, once, and a reversal stands', async () => {
    const subscription = aSubscription()
    const charges = await apply(subscription, monthly(), { assumePaidBeforeIndex: 1 })
    expect(charges.map(({ state }) => state)).toEqual(['paid', 'overdue', 'upcoming'])
    const [payment] = charges[0]?.payments ?? []
    expect(payment).toMatchObject({ assumed: true, paidOn: '2026-10-10', paidBy: asha.memberId })
    await asha.post(`${asha.home}/payments/${payment?.id}/reverse`)
    const again = await apply(subscription, monthly(), { assumePaidBeforeIndex: 1 })
    expect(again.map(({ state }) => state)).toEqual(['overdue', 'overdue', 'upcoming'])
  })

  it('are paid once by a planned payment, never beyond what is owed', async () => {
    const subscription = aSubscription()
    const [first] = await apply(subscription, monthly())
    const payment = {
      id: v7(),
      householdId: asha.householdId,
      subscriptionId: subscription.id,
      index: 0,
      amount: 99_999,
      paidBy: ravi,
      paidOn: on('2026-10-12'),
    }
    const effect = { id: v7(), kind: 'recordPayment' as const, payment }
    await Promise.all([billing.applyEffect(effect), billing.applyEffect(effect)])
    const [paid] = await chargesOf(subscription.id)
    expect(paid?.id).toBe(first?.id)
    expect(paid?.payments).toMatchObject([{ amount: inr(20_000), paidBy: ravi, paidOn: '2026-10-12' }])
  })

  it('give the lifetime spend by the ledger, reversals taken off', async () => {
    const subscription = aSubscription()
    const [first, second] = await apply(subscription, monthly())
    await pay(first?.id ?? '')
    const { body } = await pay(second?.id ?? '', { amount: inr(500) })
    expect(await billing.lifetimeSpend(subscription.id)).toEqual([inr(20_500)])
    await asha.post(`${asha.home}/payments/${body.payment.id}/reverse`)
    expect(await billing.lifetimeSpend(subscription.id)).toEqual([inr(20_000)])
    expect(await billing.openAhead([subscription.id], on('2026-11-01'))).toEqual(
      new Map([
        [
          subscription.id,
          [
            { index: 1, dueOn: '2026-11-10', outstanding: inr(20_000) },
            { index: 2, dueOn: '2026-12-10', outstanding: inr(20_000) },
          ],
        ],
      ]),
    )
  })
})
