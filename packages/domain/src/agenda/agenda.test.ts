import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OverviewCharge } from '../overview/overview-input.ts'
import { forecastDebits } from '../subscription/forecast.ts'
import { termsFrom, every, factsOf, inr, monthly, on } from '../test-drafts.ts'
import { dateOfEpochDay, epochDayOf } from '../time/calendar.ts'
import { agendaOf, type AgendaSubscription } from './agenda.ts'

const window = { from: on('2026-11-01'), until: on('2027-11-01') }
const today = on('2026-11-29')
const notice = { noticeDays: 0, mandateHours24: false }

const subscription = (
  changes: Parameters<typeof termsFrom>[1] = {},
  startsOn = '2026-08-31',
): AgendaSubscription => ({
  facts: factsOf(termsFrom(startsOn, { price: inr(64_900), ...changes })),
  notice,
  raised: 5,
})

const lines = (of: AgendaSubscription, charges: readonly OverviewCharge[] = []) =>
  agendaOf(of, charges, window, today).map(({ kind, on: day, amount, isCancelled }) =>
    [kind, day, amount?.amount, ...(isCancelled ? ['cancelled'] : [])].join(' '),
  )

const charge = (changes: Partial<OverviewCharge>): OverviewCharge => ({
  id: 'one',
  subscriptionId: 'netflix',
  index: 3,
  amount: 64_900,
  paid: 0,
  currency: 'INR',
  billedOn: on('2026-11-30'),
  dueOn: on('2026-11-30'),
  waived: false,
  voided: false,
  ...changes,
})

describe('a calendar', () => {
  it('has each debit on its own day, at month ends too', () => {
    expect(lines(subscription()).slice(0, 5)).toEqual([
      'debit 2026-11-30 64900',
      'debit 2026-12-31 64900',
      'debit 2027-01-31 64900',
      'debit 2027-02-28 64900',
      'debit 2027-03-31 64900',
    ])
  })

  it('has what was billed where that is known, and fees on their days', () => {
    const billed = charge({ amount: 70_000 })
    const fee = charge({ id: 'fee', index: -1, amount: 5000, dueOn: on('2026-12-10') })
    expect(lines(subscription(), [billed, fee]).slice(0, 2)).toEqual([
      'debit 2026-11-30 70000',
      'bill 2026-12-10 5000',
    ])
    expect(lines(subscription(), [charge({ waived: true })])[0]).toBe('debit 2026-11-30 64900 cancelled')
  })

  it('keeps what a cancellation takes away, as cancelled', () => {
    const before = subscription()
    const facts = {
      ...before.facts,
      cancellation: { effectiveOn: on('2027-01-31'), requestedOn: today, mode: 'atPeriodEnd' as const },
    }
    const after = lines({ ...before, facts })
    expect(after.slice(0, 3)).toEqual([
      'debit 2026-11-30 64900',
      'debit 2026-12-31 64900',
      'debit 2027-01-31 64900 cancelled',
    ])
    expect(after).toHaveLength(lines(before).length)
  })

  it('has the due day of a bill, the last day of a pack and of a trial, and the last day to decide', () => {
    expect(lines(subscription({ billDay: 5, dueDays: 10 }))[0]).toBe('bill 2026-11-15 64900')
    const pack = subscription({ renewal: 'manual', interval: every(28, 'day') }, '2026-11-20')
    expect(lines(pack)).toEqual(['stop 2026-12-17 64900'])
    const noticed = { ...subscription(), notice: { noticeDays: 14, mandateHours24: false } }
    expect(lines(noticed)).toContain('decideBy 2027-01-17 64900')
    const trial = { ...subscription({ trial: monthly }, '2026-11-20'), raised: 1 }
    expect(lines(trial).slice(0, 2)).toEqual(['trialEnd 2026-12-19 64900', 'debit 2026-12-20 64900'])
  })

  it('has exactly the real debits, each under a name of its own, whatever the terms are', () => {
    const terms = fc.record({
      start: fc
        .integer({ min: 0, max: 900 })
        .map((days) => dateOfEpochDay(epochDayOf(on('2024-06-01')) + days)),
      count: fc.integer({ min: 1, max: 13 }),
      unit: fc.constantFrom('day', 'week', 'month'),
    })
    fc.assert(
      fc.property(terms, ({ start, count, unit }) => {
        const facts = factsOf(termsFrom(start, { interval: every(count, unit), price: inr(100) }))
        const debits = agendaOf({ facts, notice, raised: 0 }, [], window, today).filter(
          ({ kind }) => kind === 'debit',
        )
        expect(debits.map((entry) => entry.on)).toEqual(
          forecastDebits(facts, window).map((debit) => debit.on),
        )
        expect(new Set(debits.map(({ key }) => key)).size).toBe(debits.length)
      }),
    )
  })
})
