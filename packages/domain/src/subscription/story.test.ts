import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargesToRaise } from '../billing/charge.ts'
import { every, factsOf, inr, monthly, on, packFrom, termsFrom } from '../test-drafts.ts'
import { addDays } from '../time/calendar.ts'
import { forecastDebits } from './forecast.ts'
import { statusOf } from './lifecycle.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import type { Period } from './period.ts'
import { previewPeriods } from './periods.ts'
import { cancelFacts, reactivateFacts, renewFacts } from './stop.ts'

const days = (from: string, count: number) => Array.from({ length: count }, (_, n) => addDays(on(from), n))

describe('a year of a household, day by day', () => {
  it('raises every charge once, one ahead, exactly as previewed', () => {
    const anyDraft = fc.record({
      interval: fc.constantFrom(monthly, every(28, 'day'), every(3, 'month'), every(1, 'week')),
      trial: fc.constantFrom(undefined, every(7, 'day'), monthly),
      billing: fc.constantFrom({}, { billDay: 31, dueDays: 15, interval: monthly }),
    })
    fc.assert(
      fc.property(anyDraft, ({ interval, trial, billing }) => {
        const draft = { interval, trial, ...billing }
        const facts = factsOf(termsFrom('2026-01-31', draft))
        const raised: Period[] = []
        for (const today of days('2026-01-31', 366)) {
          raised.push(
            ...chargesToRaise(facts, today, { fromIndex: raised.length }).filter(
              ({ index }) => index >= raised.length,
            ),
          )
          expect(raised.filter(({ billedOn }) => billedOn > today)).toHaveLength(1)
        }
        const preview = previewPeriods(
          { startsOn: on('2026-01-31'), price: inr(29_900), ...draft },
          raised.length,
        )
        expect(raised).toEqual(preview)
      }),
      { numRuns: 24 },
    )
  })

  it('of a forgotten recharge: it stops, starts again on the day of payment, and the forecast follows', () => {
    let facts: SubscriptionFacts = factsOf(packFrom('2026-01-01'))
    const seen: string[] = []
    for (const today of days('2026-01-01', 90)) {
      if (today === '2026-02-03') facts = renewFacts(facts, { renewedOn: today, today }).facts
      if (today === '2026-03-01') facts = renewFacts(facts, { renewedOn: today, today }).facts
      const status = statusOf(facts, today)
      if (seen.at(-1)?.endsWith(status) !== true) seen.push(`${today} ${status}`)
    }
    expect(seen).toEqual([
      '2026-01-01 active',
      '2026-01-29 expired',
      '2026-02-03 active',
      '2026-03-31 expired',
    ])
    const window = { from: on('2026-01-01'), until: on('2026-05-01') }
    expect(
      forecastDebits(facts, window).map((debit) => `${debit.on} ${debit.expected ? 'expected' : 'paid'}`),
    ).toEqual([
      '2026-01-01 paid',
      '2026-02-03 paid',
      '2026-03-03 paid',
      '2026-03-31 expected',
      '2026-04-28 expected',
    ])
  })

  it('of a change of mind: cancelled at the end of the period, taken back, and nothing has moved', () => {
    const before = factsOf(termsFrom('2026-01-31'))
    const cancelled = cancelFacts(before, { requestedOn: on('2026-03-02'), mode: 'atPeriodEnd' })
    expect(chargesToRaise(cancelled, on('2026-03-02')).map(({ startsOn }) => startsOn)).toEqual([
      '2026-01-31',
      '2026-02-28',
    ])
    const after = reactivateFacts(cancelled, on('2026-03-30'))
    expect(chargesToRaise(after, on('2026-03-31'))).toEqual(chargesToRaise(before, on('2026-03-31')))
  })
})
