import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, factsOf, inr, monthly, on, packFrom, termsFrom } from '../test-drafts.ts'
import { addMonths } from '../time/calendar.ts'
import { forecastDebits } from '../subscription/forecast.ts'
import type { Debit } from '../subscription/forecast.ts'
import { cancelFacts, pauseFacts } from '../subscription/stop.ts'
import { bestTermSwitch } from './term-switch.ts'
import type { CandidatePlan, SwitchableSubscription } from './term-switch.ts'

const included = { included: true, basisPoints: 0 }
const plan = (planId: string, changes: Partial<CandidatePlan> = {}): CandidatePlan => ({
  planId,
  tierKey: 'binge-super',
  interval: every(1, 'year'),
  price: inr(319_900),
  tax: included,
  ...changes,
})
const sum = (debits: readonly Debit[]): number => debits.reduce((all, { amount }) => all + amount.amount, 0)
const today = on('2026-03-10')
const subscription: SwitchableSubscription = {
  planId: 'monthly',
  tierKey: 'binge-super',
  facts: factsOf(termsFrom('2026-01-31', { price: inr(29_900) })),
}
const quarter = plan('quarter', { interval: every(3, 'month'), price: inr(84_900) })
const year = plan('year')

describe('bestTermSwitch', () => {
  it('weighs real debits of twelve months and switches when the paid days are used', () => {
    const best = bestTermSwitch(subscription, [quarter, year], today)
    expect(best?.planId).toBe('year')
    expect(best?.switchOn).toBe('2026-03-31')
    expect(best?.stay.total).toEqual(inr(12 * 29_900))
    expect(best?.change.debits.map((debit) => [debit.on, debit.amount.amount])).toEqual([
      ['2026-03-31', 319_900],
    ])
    expect(best?.saving).toEqual(inr(12 * 29_900 - 319_900))
  })

  it('says nothing when nothing is better', () => {
    expect(bestTermSwitch(subscription, [], today)).toBeNull()
    expect(bestTermSwitch(subscription, [plan('year', { price: inr(12 * 29_900) })], today)).toBeNull()
    expect(bestTermSwitch(subscription, [plan('year', { tierKey: 'other' })], today)).toBeNull()
    expect(bestTermSwitch(subscription, [plan('monthly')], today)).toBeNull()
    expect(
      bestTermSwitch(subscription, [plan('year', { price: { amount: 1, currency: 'USD' } })], today),
    ).toBeNull()
    expect(
      bestTermSwitch(subscription, [plan('cheap', { interval: monthly, price: inr(1) })], today),
    ).toBeNull()
  })

  it('does not take a debit just outside the window for a saving', () => {
    const yearly = factsOf(termsFrom('2025-03-20', { interval: every(1, 'year'), price: inr(300_000) }))
    const dearer = plan('monthly', { interval: monthly, price: inr(26_000) })
    expect(bestTermSwitch({ ...subscription, planId: 'year', facts: yearly }, [dearer], today)).toBeNull()
  })

  it('keeps the debits of packs that are queued until the switch', () => {
    const pack = { ...packFrom('2026-03-01', { price: inr(29_900) }), opened: 3 }
    const long = plan('long', { interval: every(365, 'day'), price: inr(299_900), renewal: 'manual' })
    const best = bestTermSwitch({ ...subscription, facts: factsOf(pack) }, [long], today)
    expect(best?.switchOn).toBe('2026-05-24')
    expect(best?.change.debits.map((debit) => debit.on)).toEqual(['2026-03-29', '2026-04-26', '2026-05-24'])
    expect(best?.saving.amount).toBe((best?.stay.total.amount ?? 0) - 2 * 29_900 - 299_900)
  })

  it('switches a stopped pack today and a future one on its first day', () => {
    const long = plan('long', { interval: every(365, 'day'), price: inr(299_900) })
    const stopped = bestTermSwitch({ ...subscription, facts: factsOf(packFrom('2026-02-05')) }, [long], today)
    expect(stopped?.switchOn).toBe('2026-03-10')
    expect(stopped?.stay.debits).toHaveLength(14)
    const future = bestTermSwitch({ ...subscription, facts: factsOf(termsFrom('2026-04-01')) }, [long], today)
    expect(future?.switchOn).toBe('2026-04-01')
  })

  it('has no advice for what is cancelled, paused or postpaid', () => {
    const { facts } = subscription
    const cancelled = cancelFacts(facts, { requestedOn: today, mode: 'atPeriodEnd' })
    const paused = pauseFacts(facts, { fromOn: today }, today)
    const postpaid = factsOf(termsFrom('2026-01-31', { billDay: 5 }))
    for (const other of [cancelled, paused, postpaid])
      expect(bestTermSwitch({ ...subscription, facts: other }, [year], today)).toBeNull()
  })

  it('takes the first plan id when two save the same', () => {
    expect(bestTermSwitch(subscription, [plan('b'), plan('a')], today)?.planId).toBe('a')
  })

  it('never shows a saving that is not the difference of the two cash plans', () => {
    const anyPrice = fc.integer({ min: 1, max: 400_000 })
    fc.assert(
      fc.property(anyPrice, anyPrice, (quarterPrice, yearPrice) => {
        const candidates = [
          { ...quarter, price: inr(quarterPrice) },
          { ...year, price: inr(yearPrice) },
        ]
        const best = bestTermSwitch(subscription, candidates, today)
        if (best === null) return
        const window = { from: today, until: addMonths(today, 12) }
        expect(best.stay.debits).toEqual(forecastDebits(subscription.facts, window))
        expect(best.saving.amount).toBe(sum(best.stay.debits) - sum(best.change.debits))
        expect(best.saving.amount).toBeGreaterThan(0)
        for (const debit of best.change.debits)
          expect(debit.on >= window.from && debit.on < window.until).toBe(true)
      }),
    )
  })
})
