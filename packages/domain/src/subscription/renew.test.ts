import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, inr, monthly, on, packFrom, spansOf, termsFrom } from '../test-drafts.ts'
import { addDays, daysBetween } from '../time/calendar.ts'
import { periodsOf } from './periods.ts'
import { renewTerms } from './renew.ts'
import type { Renewed, RenewOptions } from './renew.ts'
import type { RenewalPolicy } from './draft.ts'
import type { Terms } from './terms.ts'

const today = on('2026-12-31')
const renewOn = (terms: Terms, renewedOn: string, options: Partial<RenewOptions> = {}): Renewed =>
  renewTerms(terms, { renewedOn: on(renewedOn), today, ...options })
const invalidTerms: unknown = expect.objectContaining({ code: 'invalid-terms' })

describe('renewTerms', () => {
  // A month from the 31st: the first period ends on 28 February.
  it.each<[string, RenewalPolicy, RenewalPolicy, string]>([
    ['2026-02-10', 'stack', 'stack', '2026-02-28/2026-03-31'],
    ['2026-02-10', 'fromDueDate', 'fromDueDate', '2026-02-28/2026-03-31'],
    ['2026-02-10', 'fromPaymentDate', 'fromPaymentDate', '2026-02-10/2026-03-10'],
    ['2026-01-31', 'fromPaymentDate', 'stack', '2026-02-28/2026-03-31'],
    ['2026-02-28', 'stack', 'fromDueDate', '2026-02-28/2026-03-31'],
    ['2026-02-28', 'fromDueDate', 'fromDueDate', '2026-02-28/2026-03-31'],
    ['2026-02-28', 'fromPaymentDate', 'fromDueDate', '2026-02-28/2026-03-31'],
    ['2026-03-05', 'stack', 'fromPaymentDate', '2026-03-05/2026-04-05'],
    ['2026-03-05', 'fromDueDate', 'fromDueDate', '2026-02-28/2026-03-31'],
    ['2026-03-05', 'fromPaymentDate', 'fromPaymentDate', '2026-03-05/2026-04-05'],
  ])('on %s by %s is counted %s: %s', (renewedOn, policy, policyApplied, span) => {
    const renewed = renewOn(packFrom('2026-01-31', { interval: monthly }), renewedOn, { policy })
    expect(renewed.policyApplied).toBe(policyApplied)
    expect(spansOf([renewed.period])).toEqual([span])
    expect(renewed.period.index).toBe(1)
    expect(renewed.period.expected).toBe(false)
    expect(renewed.terms.opened).toBe(2)
  })

  it('uses the policy of the terms: queued when early, from the payment when late', () => {
    const pack = packFrom('2026-01-01')
    expect(renewOn(pack, '2026-01-20').policyApplied).toBe('stack')
    expect(renewOn(pack, '2026-02-05').policyApplied).toBe('fromPaymentDate')
    const strict = packFrom('2026-01-01', { policy: { late: 'fromDueDate', early: 'fromPaymentDate' } })
    expect(renewOn(strict, '2026-02-05').policyApplied).toBe('fromDueDate')
    expect(renewOn(strict, '2026-01-20').policyApplied).toBe('fromPaymentDate')
  })

  it('queues several packs one after the other', () => {
    let terms = packFrom('2026-01-01')
    for (const day of ['2026-01-05', '2026-01-06', '2026-01-07']) terms = renewOn(terms, day).terms
    expect(spansOf(periodsOf(terms))).toEqual([
      '2026-01-01/2026-01-29',
      '2026-01-29/2026-02-26',
      '2026-02-26/2026-03-26',
      '2026-03-26/2026-04-23',
    ])
  })

  it('leaves a gap when late, and counts from there on', () => {
    let { terms } = renewOn(packFrom('2026-01-01'), '2026-02-03')
    terms = renewOn(terms, '2026-02-10').terms
    expect(spansOf(periodsOf(terms))).toEqual([
      '2026-01-01/2026-01-29',
      '2026-02-03/2026-03-03',
      '2026-03-03/2026-03-31',
    ])
  })

  it('cuts the running pack and loses the queued ones when the policy counts from the payment', () => {
    let terms = packFrom('2026-01-01')
    terms = renewOn(terms, '2026-01-05').terms
    const renewed = renewOn(terms, '2026-01-10', { policy: 'fromPaymentDate' })
    expect(spansOf(periodsOf(renewed.terms))).toEqual(['2026-01-01/2026-01-10', '2026-01-10/2026-02-07'])
    expect(renewed.period.index).toBe(1)
    expect(renewed.terms.opened).toBe(2)
  })

  it('stacks a payment that is back-dated into a gap', () => {
    const { terms } = renewOn(packFrom('2026-01-01'), '2026-02-10')
    const renewed = renewOn(terms, '2026-02-01', { policy: 'fromPaymentDate' })
    expect(renewed.policyApplied).toBe('stack')
    expect(spansOf([renewed.period])).toEqual(['2026-03-10/2026-04-07'])
  })

  it('returns to the 31st after a recharge in a short month', () => {
    let terms = packFrom('2026-01-31', { interval: monthly })
    terms = renewOn(terms, '2026-02-28').terms
    terms = renewOn(terms, '2026-03-31', { price: inr(34_900) }).terms
    terms = renewOn(terms, '2026-04-30').terms
    expect(periodsOf(terms).map(({ endsOn, amount }) => [endsOn, amount])).toEqual([
      ['2026-02-28', 29_900],
      ['2026-03-31', 29_900],
      ['2026-04-30', 34_900],
      ['2026-05-31', 34_900],
    ])
  })

  it('counts another interval from the boundary', () => {
    const renewed = renewOn(packFrom('2026-01-01'), '2026-01-20', {
      interval: every(84, 'day'),
      price: inr(79_900),
    })
    expect(spansOf([renewed.period])).toEqual(['2026-01-29/2026-04-23'])
    expect(renewed.period.amount).toBe(79_900)
    expect(spansOf(periodsOf(renewed.terms))[0]).toBe('2026-01-01/2026-01-29')
  })

  it('takes another tax from then on', () => {
    const tax = { included: false, basisPoints: 1800 }
    const { terms } = renewOn(packFrom('2026-01-01'), '2026-01-20', { tax })
    expect(periodsOf(terms).map(({ amount }) => amount)).toEqual([29_900, 35_282])
  })

  it('carries on with the intro price that was promised, also from a new anchor', () => {
    const pack = packFrom('2026-01-01', { intro: { price: inr(9900), periods: 2 } })
    let { terms } = renewOn(pack, '2026-02-10')
    terms = renewOn(terms, '2026-02-11').terms
    expect(periodsOf(terms).map(({ startsOn, amount, phase }) => [startsOn, amount, phase])).toEqual([
      ['2026-01-01', 9900, 'intro'],
      ['2026-02-10', 9900, 'intro'],
      ['2026-03-10', 29_900, 'regular'],
    ])
    expect(renewOn(pack, '2026-01-10', { price: inr(19_900) }).period).toMatchObject({
      startsOn: '2026-01-29',
      amount: 19_900,
      phase: 'regular',
    })
  })

  it('opens the first full-price period of a manual trial', () => {
    const pack = packFrom('2026-01-01', { trial: every(7, 'day') })
    expect(renewOn(pack, '2026-01-03').period).toMatchObject({ startsOn: '2026-01-08', amount: 29_900 })
    expect(renewOn(pack, '2026-01-03', { price: inr(100) }).period).toMatchObject({
      startsOn: '2026-01-08',
      endsOn: '2026-02-05',
      amount: 100,
    })
  })

  it('refuses days outside [start, today], other currencies, and what opens by itself', () => {
    const pack = packFrom('2026-01-10')
    expect(() => renewOn(pack, '2026-01-09')).toThrow(invalidTerms)
    expect(() => renewOn(pack, '2027-01-01')).toThrow(/lies between 2026-01-10 and 2026-12-31/)
    expect(renewOn(pack, '2026-12-31').period.startsOn).toBe('2026-12-31')
    expect(renewOn(pack, '2026-01-10').period.startsOn).toBe('2026-02-07')
    expect(() => renewOn(termsFrom('2026-01-10'), '2026-01-20')).toThrow(/by itself/)
    expect(() => renewOn(pack, '2026-01-20', { price: { amount: 1, currency: 'USD' } })).toThrow(/do not add/)
    expect(() => renewOn(pack, '2026-01-20', { price: inr(-1) })).toThrow(/at least 0/)
    expect(() => renewOn(pack, '2026-01-20', { interval: every(0, 'day') })).toThrow(/not a billing interval/)
    expect(() => renewOn(pack, '2026-01-20', { tax: { included: true, basisPoints: -1 } })).toThrow(
      /not a tax rate/,
    )
  })

  it('never overlaps, never loses a paid day except from the payment date, and keeps past periods', () => {
    const anySteps = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 60 }),
        policy: fc.constantFrom<RenewalPolicy>('stack', 'fromDueDate', 'fromPaymentDate'),
        price: fc.option(fc.nat({ max: 99_999 }).map(inr), { nil: undefined }),
      }),
      { maxLength: 10 },
    )
    const anyInterval = fc.constantFrom(every(28, 'day'), monthly, every(1, 'week'), every(1, 'year'))
    fc.assert(
      fc.property(anyInterval, anySteps, (interval, steps) => {
        let terms = packFrom('2026-01-31', { interval })
        let day = on('2026-01-31')
        for (const { after, policy, price } of steps) {
          day = addDays(day, after)
          const before = periodsOf(terms)
          const renewed = renewTerms(terms, { renewedOn: day, today: day, policy, price })
          const periods = periodsOf(renewed.terms)
          const kept =
            renewed.policyApplied === 'fromPaymentDate' ? before.filter((p) => p.startsOn < day) : before
          expect(periods.slice(0, kept.length).map(({ startsOn }) => startsOn)).toEqual(
            kept.map(({ startsOn }) => startsOn),
          )
          expect(periods.slice(0, kept.length).map(({ amount }) => amount)).toEqual(
            kept.map(({ amount }) => amount),
          )
          expect(periods).toHaveLength(kept.length + 1)
          expect(periods.at(-1)).toEqual(renewed.period)
          for (const [at, period] of periods.entries()) {
            expect(daysBetween(period.startsOn, period.endsOn)).toBeGreaterThan(0)
            const next = periods[at + 1]
            if (next !== undefined)
              expect(daysBetween(period.endsOn, next.startsOn)).toBeGreaterThanOrEqual(0)
          }
          terms = renewed.terms
        }
      }),
    )
  })
})
