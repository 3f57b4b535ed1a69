import { describe, expect, it } from 'vitest'
import { chargesToRaise } from '../billing/charge.ts'
import type { OverviewCharge } from '../overview/overview-input.ts'
import { noticeOf } from '../subscription/debits-ahead.ts'
import { cancelFacts, pauseFacts } from '../subscription/stop.ts'
import { every, factsOf, inr, on, packFrom, termsFrom } from '../test-drafts.ts'
import type { Terms } from '../subscription/terms.ts'
import { occasionsOf, type RemindedSubscription } from './occasions.ts'

const netflix = (terms: Terms, changes: Partial<RemindedSubscription> = {}): RemindedSubscription => ({
  id: 'netflix',
  name: 'Netflix',
  kind: 'ott',
  providerId: 'netflix',
  facts: factsOf(terms),
  paidByMemberId: 'asha',
  ownerMemberId: 'asha',
  notice: noticeOf(terms, 0),
  ...changes,
})

const chargesOf = (
  sub: RemindedSubscription,
  today: string,
  paid: readonly number[] = [],
): OverviewCharge[] =>
  chargesToRaise(sub.facts, on(today)).map(({ index, billedOn, dueOn, amount, currency }) => ({
    id: `${sub.id}-${index}`,
    subscriptionId: sub.id,
    index,
    billedOn,
    dueOn,
    amount,
    currency,
    paid: paid.includes(index) ? amount : 0,
    waived: false,
    voided: false,
  }))

const told = (sub: RemindedSubscription, today: string, paid: readonly number[] = []) => {
  const charges = chargesOf(sub, today, paid)
  const raised = { ...sub, raised: charges.length }
  return occasionsOf(raised, charges, on(today)).map(({ kind, on: day }) => `${kind} ${day}`)
}

describe('occasionsOf', () => {
  it('tells of a debit that comes by itself, and of what did not come', () => {
    const sub = netflix(termsFrom('2026-11-20'))
    expect(told(sub, '2026-11-25', [0])).toEqual(['overdue 2026-12-20', 'renewal 2026-12-20'])
    expect(told(sub, '2026-11-25')).toEqual([
      'overdue 2026-11-20',
      'overdue 2026-12-20',
      'renewal 2026-12-20',
    ])
  })

  it('says nothing of late debits where they book themselves', () => {
    const sub = netflix(termsFrom('2026-11-20'), { recordsItselfFrom: on('2026-11-20') })
    expect(told(sub, '2026-11-25', [0])).toEqual(['renewal 2026-12-20'])
  })

  it('goes on to the next debit once one is paid early', () => {
    const sub = netflix(termsFrom('2026-11-20'))
    expect(told(sub, '2026-11-25', [0, 1])).toEqual(['renewal 2027-01-20'])
  })

  it('tells until when a pack lasts, and that it has stopped, until it is given up', () => {
    const jio = netflix(packFrom('2026-11-01'))
    expect(told(jio, '2026-11-25', [0])).toEqual(['expiry 2026-11-29'])
    expect(told(jio, '2026-12-05', [0])).toEqual(['expiry 2026-11-29'])
    expect(told(jio, '2026-12-27', [0])).toEqual([])
  })

  it('tells of a postpaid bill once it is there, not of a debit', () => {
    const bill = netflix(termsFrom('2026-11-01', { billDay: 5, dueDays: 15 }))
    expect(told(bill, '2026-11-06')).toContain('due 2026-11-20')
    expect(told(bill, '2026-11-06').filter((one) => one.startsWith('renewal'))).toEqual([])
  })

  it('tells of a bill only from its billing date on', () => {
    const bill = netflix(termsFrom('2026-11-01', { billDay: 5, dueDays: 15 }))
    const [due] = occasionsOf(bill, chargesOf(bill, '2026-11-02'), on('2026-11-02'))
    expect(due).toMatchObject({ kind: 'due', from: '2026-11-05', until: '2026-11-20' })
  })

  it('tells in a trial until when leaving costs nothing, and not also of the debit behind it', () => {
    const trial = netflix(termsFrom('2026-11-20', { trial: every(1, 'month') }))
    expect(told(trial, '2026-11-25')).toEqual(['overdue 2026-12-20', 'trialEnding 2026-12-19'])
  })

  it('asks for a decision where there are days of notice', () => {
    const terms = termsFrom('2026-11-20')
    const broadband = netflix(terms, { notice: noticeOf(terms, 10) })
    expect(told(broadband, '2026-11-25', [0])).toEqual([
      'overdue 2026-12-20',
      'renewal 2026-12-20',
      'decideBy 2026-12-09',
    ])
  })

  it('says nothing more of what is cancelled or paused, but for what is owed', () => {
    const terms = termsFrom('2026-11-20')
    const cancelled = cancelFacts(factsOf(terms), { requestedOn: on('2026-11-25'), mode: 'atPeriodEnd' })
    expect(told(netflix(terms, { facts: cancelled }), '2026-11-25', [0])).toEqual([])
    expect(told(netflix(terms, { facts: cancelled }), '2026-11-25')).toEqual(['overdue 2026-11-20'])
    const paused = pauseFacts(factsOf(terms), { fromOn: on('2026-12-20'), untilOn: null }, on('2026-12-20'))
    expect(told(netflix(terms, { facts: paused }), '2026-12-25', [0])).toEqual([])
  })

  it('tells of two charges beside the periods that are due on one day apart', () => {
    const sub = netflix(termsFrom('2026-11-20'))
    const fees = [-1, -2].map((index) => ({
      id: `fee${index}`,
      subscriptionId: sub.id,
      index,
      billedOn: on('2026-11-25'),
      dueOn: on('2026-11-30'),
      amount: 100,
      currency: 'INR',
      paid: 0,
      waived: false,
      voided: false,
    }))
    const due = occasionsOf(sub, fees, on('2026-11-25')).filter(({ kind }) => kind === 'due')
    expect(due.map(({ subjectId }) => subjectId)).toEqual(['fee-1', 'fee-2'])
  })

  it('tells of a dearer price at once and before it begins; of a cheaper one nothing', () => {
    const news = {
      versionId: 'v2',
      from: inr(29_900),
      to: inr(39_900),
      price: inr(39_900),
      on: on('2026-12-10'),
      perYear: inr(120_000),
      decideBy: on('2026-12-18'),
    }
    const sub = netflix(termsFrom('2026-11-20'), { priceNews: news })
    const prices = occasionsOf(sub, [], on('2026-11-25')).filter(({ kind }) => kind === 'priceChange')
    expect(prices.map(({ isNews, amount }) => [isNews, amount?.amount])).toEqual([
      [true, 39_900],
      [false, 39_900],
    ])
    const cheaper = { ...sub, priceNews: { ...news, perYear: inr(-1) } }
    expect(occasionsOf(cheaper, [], on('2026-11-25')).map(({ kind }) => kind)).not.toContain('priceChange')
  })

  it('counts what a pack brings and nobody has claimed', () => {
    const included = { serviceId: 'prime', activation: 'claim', interval: null, choice: null } as const
    const right = { included, state: 'toClaim', from: null, until: on('2026-11-29') } as const
    const jio = netflix(packFrom('2026-11-01'), {
      entitlements: [right, right, { ...right, state: 'dismissed', until: null }],
    })
    const claims = occasionsOf(jio, [], on('2026-11-05')).filter(({ kind }) => kind === 'claim')
    expect(claims).toMatchObject([{ on: '2026-11-01', until: '2026-11-28', count: 2, isNews: true }])
  })
})
