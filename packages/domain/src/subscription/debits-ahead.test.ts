import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargesToRaise } from '../billing/charge.ts'
import { every, factsOf, inr, on, packFrom, termsFrom } from '../test-drafts.ts'
import { addDays } from '../time/calendar.ts'
import { debitsAhead, noticeOf } from './debits-ahead.ts'
import type { OpenCharge, RaisedCharges } from './debits-ahead.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import { cancelFacts, pauseFacts } from './stop.ts'

const NOTHING: RaisedCharges = { raised: 0, open: [] }
const mandate = { noticeDays: 0, mandateHours24: true }
const facts = factsOf(termsFrom('2026-01-31'))
const decide = (of: SubscriptionFacts, rule: typeof mandate, today: string, charges = NOTHING) =>
  debitsAhead(of, rule, charges, on(today)).decide

const open = (index: number, dueOn: string, amount = 29_900): OpenCharge => ({
  index,
  dueOn: on(dueOn),
  outstanding: inr(amount),
})

describe('until when a debit can be avoided', () => {
  it('is the day before an automatic debit', () => {
    const decision = { on: '2026-02-27', debitOn: '2026-02-28', amount: inr(29_900) }
    expect(decide(facts, mandate, '2026-02-10')).toEqual(decision)
    expect(decide(facts, mandate, '2026-02-27')).toEqual(decision)
    expect(decide(facts, mandate, '2026-02-28')?.on).toBe('2026-03-30')
  })

  it('comes earlier by the days of notice, and passes over a debit that cannot be avoided any more', () => {
    const notice = { noticeDays: 30, mandateHours24: true }
    expect(decide(facts, notice, '2026-02-10')).toMatchObject({ on: '2026-02-28', debitOn: '2026-03-31' })
    expect(decide(facts, notice, '2026-02-28')?.debitOn).toBe('2026-03-31')
    expect(decide(facts, notice, '2026-03-01')?.debitOn).toBe('2026-04-30')
  })

  it('is at least the day before in every country', () => {
    const rule = { noticeDays: 0, mandateHours24: false }
    expect(decide(facts, rule, '2026-02-27')?.on).toBe('2026-02-27')
    expect(decide(facts, rule, '2026-02-28')?.on).toBe('2026-03-30')
    expect(decide(facts, { ...rule, noticeDays: 2 }, '2026-02-10')?.on).toBe('2026-02-26')
  })

  it('in a trial is the day before the first full price', () => {
    const trial = factsOf(termsFrom('2026-01-01', { trial: every(7, 'day') }))
    expect(decide(trial, mandate, '2026-01-02')).toMatchObject({ on: '2026-01-07', debitOn: '2026-01-08' })
  })

  it('of what is paid ahead, or waived, is that of the debit after it', () => {
    const paidAhead = factsOf(termsFrom('2026-11-05', { price: inr(30_000) }))
    const rule = { noticeDays: 2, mandateHours24: true }
    const unpaid = { raised: 2, open: [open(1, '2026-12-05', 30_000)] }
    expect(decide(paidAhead, rule, '2026-11-29', unpaid)).toMatchObject({ on: '2026-12-02' })
    expect(debitsAhead(paidAhead, rule, { raised: 2, open: [] }, on('2026-11-29'))).toMatchObject({
      next: { on: '2027-01-05', index: 2 },
      decide: { on: '2027-01-02', debitOn: '2027-01-05', amount: inr(30_000) },
    })
  })

  it('of what is paid in part is about the rest', () => {
    const part = { raised: 2, open: [open(1, '2026-02-28', 10_000)] }
    expect(decide(facts, mandate, '2026-02-10', part)).toEqual({
      on: '2026-02-27',
      debitOn: '2026-02-28',
      amount: inr(10_000),
    })
  })

  it('of a bill is the day before the days begin that the first avoidable bill is for', () => {
    const terms = termsFrom('2026-10-10', { billDay: 10, dueDays: 15 })
    // The bill of 10 November to 10 December is used already; the one after is not.
    const decision = { on: '2026-12-09', debitOn: '2027-01-25', amount: inr(29_900) }
    const raised = { raised: 2, open: [open(0, '2026-11-25'), open(1, '2026-12-25')] }
    const bill = debitsAhead(factsOf(terms), noticeOf(terms, 0), raised, on('2026-11-20'))
    expect(bill).toMatchObject({ next: { on: '2026-11-25', index: 0 }, decide: decision })
    const used = { raised: 2, open: [] }
    expect(decide(factsOf(terms), noticeOf(terms, 0), '2026-11-20', used)).toEqual(decision)
    expect(decide(factsOf(terms), noticeOf(terms, 5), '2026-12-05', used)?.on).toBe('2026-12-05')
    expect(decide(factsOf(terms), noticeOf(terms, 5), '2026-12-06', used)?.on).toBe('2027-01-05')
  })

  it('is nothing for a manual, a cancelled or a paused one, or when the next debit is years away', () => {
    expect(decide(factsOf(packFrom('2026-01-01')), mandate, '2026-01-02')).toBeNull()
    const cancelled = cancelFacts(facts, { requestedOn: on('2026-02-10'), mode: 'atPeriodEnd' })
    expect(decide(cancelled, mandate, '2026-02-10')).toBeNull()
    const paused = pauseFacts(facts, { fromOn: on('2026-02-10') }, on('2026-02-10'))
    expect(decide(paused, mandate, '2026-02-10')).toBeNull()
    const yearly = (count: number) => factsOf(termsFrom('2026-01-31', { interval: every(count, 'year') }))
    expect(decide(yearly(3), mandate, '2026-02-01')).toBeNull()
    expect(decide(yearly(2), mandate, '2026-02-01')?.debitOn).toBe('2028-01-31')
    expect(decide(facts, mandate, '2200-12-20')).toBeNull()
  })
})

describe('the next debit and the decision about it', () => {
  const plans = fc.record({
    interval: fc.constantFrom(every(1, 'month'), every(28, 'day'), every(1, 'week'), every(1, 'year')),
    billDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    noticeDays: fc.nat({ max: 40 }),
    day: fc.nat({ max: 500 }),
    /** Of the last charges, how much is paid: all, a part, nothing. */
    paid: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 3, maxLength: 3 }),
  })

  it('agree: it is unpaid and unused, cancelling on that day avoids it, and nothing avoidable comes before', () => {
    fc.assert(
      fc.property(plans, ({ interval, billDay, noticeDays, day, paid }) => {
        const postpaid = interval.unit === 'month' ? { billDay, dueDays: billDay === undefined ? 0 : 9 } : {}
        const terms = termsFrom('2026-01-31', { interval, ...postpaid })
        const of = factsOf(terms)
        const today = addDays(on('2026-01-31'), day)
        const periods = chargesToRaise(of, today)
        const last = periods.slice(-3)
        const charges: RaisedCharges = {
          raised: periods.length,
          open: last.flatMap(({ index, dueOn, amount }, at) => {
            const left = amount - Math.floor(amount * (paid[at] ?? 0))
            return left === 0 ? [] : [{ index, dueOn, outstanding: inr(left) }]
          }),
        }
        const { next, decide: decided } = debitsAhead(of, noticeOf(terms, noticeDays), charges, today)
        if (next === null || decided === null) throw new Error('It goes on for ever')
        expect(decided.on >= today).toBe(true)
        expect(next.on <= decided.debitOn).toBe(true)
        const cancelled = cancelFacts(of, { requestedOn: decided.on, mode: 'atPeriodEnd' })
        const debitsOf = (left: SubscriptionFacts) =>
          chargesToRaise(left, addDays(decided.debitOn, 1)).map(({ dueOn }) => dueOn)
        expect(debitsOf(of)).toContain(decided.debitOn)
        expect(debitsOf(cancelled)).not.toContain(decided.debitOn)
        const isOpen = charges.open.some(({ dueOn }) => dueOn === decided.debitOn)
        expect(isOpen || periods.every(({ dueOn }) => dueOn !== decided.debitOn)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
