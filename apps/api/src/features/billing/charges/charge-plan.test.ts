import {
  alwaysSplit,
  changePriceFrom,
  chargesToRaise,
  parseCalendarDate,
  termsOf,
  type Terms,
} from '@streamline/domain'
import { v5, v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { BillingService } from '../billing.service.ts'
import { BillingReaderService } from '../billing-reader.service.ts'
import type { BilledSubscription, ChargePlan } from '../billing.types.ts'

const on = parseCalendarDate
const inr = (amount: number) => ({ amount, currency: 'INR' })

const monthly = () =>
  termsOf({ startsOn: on('2026-10-10'), interval: { count: 1, unit: 'month' }, price: inr(20_000) })

describe('the charges of a subscription', () => {
  let api: Api
  let asha: Person
  let ravi: string
  let billing: BillingService
  let bills: BillingReaderService
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    asha = await aPerson(api)
    ravi = (await asha.post(`${asha.home}/members`, { name: 'Ravi' })).body.id
    billing = api.app.get(BillingService)
    bills = api.app.get(BillingReaderService)
  })
  afterAll(() => api.close())

  const aSubscription = (more: Partial<BilledSubscription> = {}): BilledSubscription => ({
    id: v7(),
    householdId: asha.householdId,
    revision: 1,
    raised: 3,
    name: 'Stream',
    kind: 'ott',
    providerId: null,
    brandColor: null,
    look: null,
    visibility: 'shared',
    ownerId: asha.memberId,
    paidBy: asha.memberId,
    splits: alwaysSplit({ kind: 'payer' }),
    departures: [],
    ...more,
  })
  const apply = async (subscription: BilledSubscription, terms: Terms, more: Partial<ChargePlan> = {}) => {
    const today = on('2026-11-23')
    const periods = chargesToRaise({ terms, pauses: [] }, today)
    const plan = { subscription, fromIndex: 0, periods, today, ...more }
    const outcomes = await billing.reconcile(subscription.householdId, [plan])
    expect(outcomes.get(subscription.id)).toBe('applied')
    return chargesOf(subscription.id)
  }
  const chargesOf = async (id: string) =>
    (await bills.chargesOfSubscriptions([id], on('2026-11-23'))).get(id) ?? []
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
      ['0 2026-10-10', '1 2026-11-10', '2 2026-12-10'].map((period) => v5(period, subscription.id)),
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

  it('of periods that went are void, what was paid for them is credit; and the same periods give them back', async () => {
    const subscription = aSubscription()
    const [, , ahead] = await apply(subscription, monthly())
    const begun = chargesToRaise({ terms: monthly(), pauses: [] }, on('2026-11-23')).slice(0, 2)
    const cancelled = await apply(subscription, monthly(), { periods: begun })
    expect(cancelled.map(({ state, outstanding }) => [state, outstanding.amount])).toEqual([
      ['overdue', 20_000],
      ['overdue', 20_000],
      ['void', 0],
    ])
    expect((await pay(ahead?.id ?? '')).body.code).toBe('charge-closed')
    const reactivated = await apply(subscription, changePriceFrom(monthly(), 2, inr(25_000)))
    expect(reactivated[2]).toMatchObject({ id: ahead?.id, state: 'upcoming', amount: inr(25_000) })

    const paid = aSubscription()
    const [first, second, early] = await apply(paid, monthly())
    for (const charge of [first, second]) await pay(charge?.id ?? '')
    await pay(early?.id ?? '', { amount: inr(5000) })
    const gone = await apply(paid, monthly(), { periods: begun })
    expect(gone[2]).toMatchObject({ state: 'void', paid: inr(5000), credit: inr(5000), outstanding: inr(0) })
    const back = await apply(paid, monthly())
    expect(back[2]).toMatchObject({
      id: early?.id,
      state: 'partlyPaid',
      credit: inr(0),
      outstanding: inr(15_000),
    })
  })

  it('of a later period with the number of one that went are others, and get what was paid for it', async () => {
    const subscription = aSubscription()
    const [first, second, ahead] = await apply(subscription, monthly())
    for (const charge of [first, second]) await pay(charge?.id ?? '')
    await pay(ahead?.id ?? '', { amount: inr(5000) })
    const later = termsOf({
      startsOn: on('2026-11-20'),
      interval: { count: 1, unit: 'month' },
      price: inr(20_000),
    })
    const [again] = chargesToRaise({ terms: later, pauses: [] }, on('2026-11-23'))
    if (again === undefined) throw new Error('It has a first period')
    const restarted = await apply(subscription, monthly(), {
      fromIndex: 2,
      periods: [{ ...again, index: 2 }],
    })
    expect(restarted.slice(2)).toMatchObject([
      { startsOn: '2026-11-20', state: 'overdue', paid: inr(5000), outstanding: inr(15_000) },
      { id: ahead?.id, startsOn: '2026-12-10', state: 'void' },
    ])
  })

  it('are not brought back by an older copy of the subscription, nor is what they show', async () => {
    const subscription = aSubscription({ revision: 2, raised: 2 })
    const periods = chargesToRaise({ terms: monthly(), pauses: [] }, on('2026-11-23')).slice(0, 2)
    const newer = await apply(subscription, monthly(), { periods })
    const plan = { fromIndex: 0, periods: [], today: on('2026-11-23') }
    const older = [
      { ...subscription, revision: 1, raised: 9, name: 'Old name' },
      { ...subscription, raised: 1, name: 'Old name' },
    ]
    for (const copy of older) {
      const outcomes = await billing.reconcile(copy.householdId, [{ subscription: copy, ...plan }])
      expect(outcomes.get(copy.id)).toBe('older')
    }
    expect(await chargesOf(subscription.id)).toEqual(newer)
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

  it('are paid once by what somebody said along with the plan, all of it', async () => {
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
    await Promise.all([
      apply(subscription, monthly(), { payments: [payment] }),
      apply(subscription, monthly(), { payments: [payment] }),
    ])
    const [paid] = await chargesOf(subscription.id)
    expect(paid?.id).toBe(first?.id)
    expect(paid?.payments).toMatchObject([{ amount: inr(99_999), paidBy: ravi, paidOn: '2026-10-12' }])
  })

  it('give the lifetime spend by the ledger, reversals taken off', async () => {
    const subscription = aSubscription()
    const [first, second] = await apply(subscription, monthly())
    await pay(first?.id ?? '')
    const { body } = await pay(second?.id ?? '', { amount: inr(500) })
    expect(await bills.lifetimeSpend(subscription.id)).toEqual([inr(20_500)])
    await asha.post(`${asha.home}/payments/${body.payment.id}/reverse`)
    expect(await bills.lifetimeSpend(subscription.id)).toEqual([inr(20_000)])
    expect(await bills.openAhead([subscription.id], on('2026-11-01'))).toEqual(
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
