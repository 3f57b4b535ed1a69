import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, inr, monthly, on, packFrom, termsFrom } from '../test-drafts.ts'
import { isUrgentNews, priceNewsOf, type PinnedSubscription, type PublishedPrice } from './price-news.ts'

const included = { included: true, basisPoints: 0 }

const price = (id: string, effectiveOn: string, amount: number): PublishedPrice => ({
  id,
  effectiveOn: on(effectiveOn),
  price: inr(amount),
  tax: included,
})

const prices = [
  price('old', '2025-01-01', 39_900),
  price('own', '2026-01-01', 49_900),
  price('new', '2026-11-12', 64_900),
]

const pinned = (changes: Partial<PinnedSubscription> = {}): PinnedSubscription => ({
  facts: { terms: termsFrom('2026-01-20', { price: inr(49_900) }), pauses: [] },
  priceVersionId: 'own',
  keptBesideId: null,
  notice: { noticeDays: 0, mandateHours24: true },
  ...changes,
})

const none = { raised: 0, open: [] }
const told = (subscription: PinnedSubscription, today: string, of = prices, interval = monthly) =>
  priceNewsOf(subscription, { interval, prices: of }, none, on(today))

describe('news of a price', () => {
  it('says from what to what, from when, what a year costs more, and until when it can be avoided', () => {
    expect(told(pinned(), '2026-10-25')).toEqual({
      versionId: 'new',
      from: inr(49_900),
      to: inr(64_900),
      price: inr(64_900),
      on: on('2026-11-12'),
      perYear: inr(180_000),
      decideBy: on('2026-11-19'),
    })
  })

  it('looks at the next debit once the first one at that price has gone', () => {
    expect(told(pinned(), '2026-11-25')?.decideBy).toBe('2026-12-19')
  })

  it('asks for notice in time', () => {
    const notice = { noticeDays: 7, mandateHours24: true }
    expect(told(pinned({ notice }), '2026-10-25')?.decideBy).toBe('2026-11-12')
  })

  it('counts thirteen recharges of a pack of 28 days, which nobody has to avoid', () => {
    const facts = { terms: packFrom('2026-10-20', { price: inr(49_900) }), pauses: [] }
    expect(told(pinned({ facts }), '2026-10-25', prices, every(28, 'day'))).toMatchObject({
      perYear: inr(195_000),
      decideBy: null,
    })
  })

  it('shows what is debited where tax comes on top', () => {
    const tax = { included: false, basisPoints: 1800 }
    const facts = { terms: termsFrom('2026-01-20', { price: inr(49_900), tax }), pauses: [] }
    const taxed = prices.map((one) => ({ ...one, tax }))
    expect(told(pinned({ facts }), '2026-10-25', taxed)).toMatchObject({ from: inr(58_882), to: inr(76_582) })
  })

  it('tells a lower price too, but not on the first screen', () => {
    const news = told(pinned(), '2026-10-25', [...prices.slice(0, 2), price('less', '2026-11-01', 29_900)])
    expect(news).toMatchObject({ perYear: inr(-240_000) })
    expect(news !== null && isUrgentNews(news, on('2026-10-25'))).toBe(false)
  })

  it('is urgent until sixty days after the price came', () => {
    const news = told(pinned(), '2026-10-25')
    expect(news !== null && isUrgentNews(news, on('2027-01-11'))).toBe(true)
    expect(news !== null && isUrgentNews(news, on('2027-01-12'))).toBe(false)
  })

  it('is silent after somebody kept theirs, until another price is published', () => {
    const kept = pinned({ keptBesideId: 'new' })
    expect(told(kept, '2026-10-25')).toBeNull()
    expect(told(kept, '2026-10-25', [...prices, price('newer', '2027-01-01', 69_900)])).toMatchObject({
      versionId: 'newer',
      from: inr(49_900),
    })
  })

  it.each([
    ['a price of its own', pinned({ priceVersionId: null })],
    [
      'an interval of its own',
      pinned({ facts: { terms: termsFrom('2026-01-20', { interval: every(1, 'year') }), pauses: [] } }),
    ],
    [
      'no renewal',
      pinned({
        facts: {
          ...pinned().facts,
          cancellation: { mode: 'atPeriodEnd', requestedOn: on('2026-10-01'), effectiveOn: on('2026-11-20') },
        },
      }),
    ],
    ['the newest price', pinned({ priceVersionId: 'new' })],
  ])('is silent for what has %s', (_what, subscription) => {
    expect(told(subscription, '2026-10-25')).toBeNull()
  })

  it('never speaks of a day that is past to decide, nor of one on which it is too late', () => {
    const days = fc.integer({ min: 0, max: 500 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 30 }), (since, noticeDays) => {
        const today = new Date(Date.UTC(2026, 0, 20) + since * 86_400_000).toISOString().slice(0, 10)
        const notice = { noticeDays, mandateHours24: true }
        const news = told(pinned({ notice }), today)
        expect(news?.decideBy === null || (news?.decideBy ?? '') >= today).toBe(true)
      }),
    )
  })
})
