import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, factsOf, inr, on, packFrom, spansOf, startsOf, termsFrom } from '../test-drafts.ts'
import { chargesToRaise } from '../billing/charge.ts'
import { statusOf } from './lifecycle.ts'
import { addDays, daysBetween } from '../time/calendar.ts'
import { periodAt, periodsOf } from './periods.ts'
import { cancelFacts, pauseFacts, reactivateFacts, renewFacts, resumeFacts } from './stop.ts'

const illegal: unknown = expect.objectContaining({ code: 'illegal-transition' })
const atEnd = (requestedOn: string) => ({ requestedOn: on(requestedOn), mode: 'atPeriodEnd' }) as const
const atOnce = (requestedOn: string) => ({ requestedOn: on(requestedOn), mode: 'now' }) as const

describe('cancelFacts', () => {
  it('at the period end runs on until then', () => {
    const facts = cancelFacts(factsOf(termsFrom('2026-01-31')), atEnd('2026-02-10'))
    expect(facts.cancellation).toEqual({
      requestedOn: '2026-02-10',
      effectiveOn: '2026-02-28',
      mode: 'atPeriodEnd',
    })
    expect(statusOf(facts, on('2026-02-10'))).toBe('cancelled')
  })

  it('at once is over at once', () => {
    const facts = cancelFacts(factsOf(termsFrom('2026-01-31')), atOnce('2026-02-10'))
    expect(facts.cancellation?.effectiveOn).toBe('2026-02-10')
    expect(statusOf(facts, on('2026-02-10'))).toBe('expired')
  })

  it('of a pack is after the last paid one, of a trial after the trial, before the start on the first day', () => {
    const queued = renewFacts(factsOf(packFrom('2026-01-01')), {
      renewedOn: on('2026-01-05'),
      today: on('2026-01-05'),
    }).facts
    expect(cancelFacts(queued, atEnd('2026-01-10')).cancellation?.effectiveOn).toBe('2026-02-26')
    const trial = factsOf(termsFrom('2026-01-01', { trial: every(7, 'day') }))
    expect(cancelFacts(trial, atEnd('2026-01-02')).cancellation?.effectiveOn).toBe('2026-01-08')
    expect(cancelFacts(factsOf(termsFrom('2026-06-01')), atEnd('2026-01-02')).cancellation?.effectiveOn).toBe(
      '2026-06-01',
    )
  })

  it('of a pack that was paid ahead of its start lets it run', () => {
    const ahead = factsOf(packFrom('2026-06-01'))
    expect(cancelFacts(ahead, atEnd('2026-01-02')).cancellation?.effectiveOn).toBe('2026-06-29')
  })

  it('in the gap of a planned pause is over since the pause: nothing of it could be used until billing would start again', () => {
    const paused = pauseFacts(
      factsOf(termsFrom('2026-01-01')),
      { fromOn: on('2026-02-01'), untilOn: on('2026-04-10') },
      on('2026-01-10'),
    )
    expect(cancelFacts(paused, atEnd('2026-03-01')).cancellation?.effectiveOn).toBe('2026-02-01')
  })

  it('is refused when it is over; a second cancellation may only bring it forward', () => {
    const cancelled = cancelFacts(factsOf(termsFrom('2026-01-31')), atEnd('2026-02-10'))
    expect(() => cancelFacts(cancelled, atEnd('2026-02-11'))).toThrow(illegal)
    expect(cancelFacts(cancelled, atOnce('2026-02-11')).cancellation?.effectiveOn).toBe('2026-02-11')
    expect(() => cancelFacts(factsOf(packFrom('2026-01-01')), atOnce('2026-03-01'))).toThrow(illegal)
  })
})

describe('reactivateFacts', () => {
  it('takes a cancellation back while it still runs', () => {
    const facts = factsOf(termsFrom('2026-01-31'))
    const cancelled = cancelFacts(facts, atEnd('2026-02-10'))
    expect(reactivateFacts(cancelled, on('2026-02-27'))).toEqual(facts)
    expect(() => reactivateFacts(cancelled, on('2026-02-28'))).toThrow(illegal)
    expect(() => reactivateFacts(facts, on('2026-02-10'))).toThrow(illegal)
  })
})

describe('pauseFacts', () => {
  const facts = factsOf(termsFrom('2026-01-31'))
  const today = on('2026-02-10')

  it('with a known end starts billing again on it', () => {
    const paused = pauseFacts(facts, { fromOn: on('2026-02-28'), untilOn: on('2026-05-15') }, today)
    expect(spansOf(periodsOf(paused.terms, { limit: 3 }))).toEqual([
      '2026-01-31/2026-02-28',
      '2026-05-15/2026-06-15',
      '2026-06-15/2026-07-15',
    ])
    expect(statusOf(paused, on('2026-03-01'))).toBe('paused')
    expect(statusOf(paused, on('2026-05-15'))).toBe('active')
  })

  it('within a paid period moves nothing', () => {
    const paused = pauseFacts(facts, { fromOn: on('2026-02-12'), untilOn: on('2026-02-28') }, today)
    expect(paused.terms).toBe(facts.terms)
    const open = pauseFacts(facts, { fromOn: on('2026-02-12') }, today)
    expect(open.terms).toBe(facts.terms)
    expect(open.pauses).toEqual([{ fromOn: '2026-02-12', untilOn: null }])
  })

  it('before the first day moves the first day', () => {
    const paused = pauseFacts(
      facts,
      { fromOn: on('2026-01-01'), untilOn: on('2026-03-15') },
      on('2025-12-01'),
    )
    expect(startsOf(periodsOf(paused.terms, { limit: 2 }))).toEqual(['2026-03-15', '2026-04-15'])
  })

  it('of a pack only silences it', () => {
    const pack = factsOf(packFrom('2026-01-01'))
    const paused = pauseFacts(pack, { fromOn: on('2026-01-10'), untilOn: on('2026-06-01') }, on('2026-01-05'))
    expect(paused.terms).toBe(pack.terms)
  })

  it('refuses an empty pause, a second one on the same days, and an illegal state', () => {
    const pause = { fromOn: on('2026-03-01'), untilOn: on('2026-03-10') }
    const paused = pauseFacts(facts, pause, today)
    expect(() => pauseFacts(facts, { fromOn: on('2026-03-01'), untilOn: on('2026-03-01') }, today)).toThrow(
      /ends after/,
    )
    expect(() => pauseFacts(paused, { fromOn: on('2026-03-09') }, today)).toThrow(/already/)
    expect(() => pauseFacts(paused, { fromOn: on('2026-02-20'), untilOn: on('2026-03-02') }, today)).toThrow(
      /already/,
    )
    expect(pauseFacts(paused, { fromOn: on('2026-03-10') }, today).pauses).toHaveLength(2)
    expect(
      pauseFacts(paused, { fromOn: on('2026-02-20'), untilOn: on('2026-03-01') }, today).pauses,
    ).toHaveLength(2)
    const open = pauseFacts(facts, { fromOn: on('2026-03-01') }, today)
    expect(() => pauseFacts(open, { fromOn: on('2026-06-01') }, today)).toThrow(/already/)
    expect(() => pauseFacts(paused, pause, on('2026-03-05'))).toThrow(illegal)
  })
})

/** The day on which it is over, and its status when that is said. */
const cancelledInPause = (pausedFrom: string, untilOn: string | null, cancelledOn: string) => {
  const pause = { fromOn: on(pausedFrom), untilOn: untilOn === null ? null : on(untilOn) }
  const after = cancelFacts(
    pauseFacts(factsOf(termsFrom('2026-01-31')), pause, pause.fromOn),
    atEnd(cancelledOn),
  )
  expect(chargesToRaise(after, on('2027-01-01')).at(-1)?.endsOn).toBe(after.cancellation?.effectiveOn)
  return [after.cancellation?.effectiveOn, statusOf(after, on(cancelledOn))]
}

describe('a cancellation in a pause', () => {
  const facts = factsOf(termsFrom('2026-01-31'))

  it('ends with the last period that began before the pause: what begins in it gives nothing', () => {
    expect(cancelledInPause('2026-02-28', null, '2026-02-28')).toEqual(['2026-02-28', 'expired'])
    expect(cancelledInPause('2026-03-01', null, '2026-03-01')).toEqual(['2026-03-31', 'cancelled'])
    expect(cancelledInPause('2026-03-01', null, '2026-06-10')).toEqual(['2026-03-31', 'expired'])
    expect(cancelledInPause('2026-03-01', '2026-06-20', '2026-06-10')).toEqual(['2026-03-31', 'expired'])
  })

  it('can be taken back, or made final, while the pause lasts', () => {
    const paused = pauseFacts(facts, { fromOn: on('2026-02-28') }, on('2026-02-28'))
    const cancelled = cancelFacts(paused, atEnd('2026-02-28'))
    expect(reactivateFacts(cancelled, on('2026-03-20'))).toEqual(paused)
    const final = cancelFacts(cancelled, atOnce('2026-03-20'))
    expect(final.cancellation?.effectiveOn).toBe('2026-02-28')
    expect(() => reactivateFacts(final, on('2026-03-20'))).toThrow(illegal)
    expect(() => cancelFacts(final, atOnce('2026-03-21'))).toThrow(illegal)
    expect(() => cancelFacts(cancelled, atEnd('2026-03-21'))).toThrow(illegal)
  })

  it('never begins where the pause began with it', () => {
    const paused = pauseFacts(facts, { fromOn: on('2026-01-31') }, on('2026-01-31'))
    const cancelled = cancelFacts(paused, atEnd('2026-02-10'))
    expect(cancelled.cancellation?.effectiveOn).toBe('2026-01-31')
    expect(chargesToRaise(cancelled, on('2026-06-01'))).toEqual([])
  })
})

describe('resumeFacts', () => {
  const facts = factsOf(termsFrom('2026-01-31'))
  const open = pauseFacts(facts, { fromOn: on('2026-02-20') }, on('2026-02-10'))

  it('after the paid period begins a new one that day', () => {
    const resumed = resumeFacts(open, on('2026-04-10'))
    expect(spansOf(periodsOf(resumed.terms, { limit: 2 }))).toEqual([
      '2026-01-31/2026-02-28',
      '2026-04-10/2026-05-10',
    ])
    expect(resumed.pauses).toEqual([{ fromOn: '2026-02-20', untilOn: '2026-04-10' }])
    expect(statusOf(resumed, on('2026-04-10'))).toBe('active')
  })

  it('within the paid period goes on as before', () => {
    expect(resumeFacts(open, on('2026-02-28')).terms).toBe(facts.terms)
    expect(resumeFacts(open, on('2026-02-20')).pauses).toEqual([])
  })

  it('within the paid period goes on as if there had been no pause, whatever end was planned', () => {
    const terms = fc.record({
      startsOn: fc.integer({ min: 0, max: 400 }).map((days) => addDays(on('2025-12-01'), days)),
      interval: fc.constantFrom(every(1, 'month'), every(28, 'day'), every(3, 'month'), every(1, 'week')),
      trial: fc.constantFrom(undefined, every(14, 'day'), every(1, 'month')),
      intro: fc.constantFrom(undefined, { price: inr(100), periods: 2 }),
      billDay: fc.constantFrom(undefined, 31),
    })
    fc.assert(
      fc.property(
        terms,
        fc.nat(200),
        fc.nat(30),
        fc.integer({ min: 1, max: 200 }),
        (draft, after, early, length) => {
          const { billDay, interval } = draft
          fc.pre(billDay === undefined || interval.unit === 'month')
          const whole = factsOf(termsFrom(draft.startsOn, { ...draft, price: inr(300) }))
          const fromOn = addDays(draft.startsOn, after)
          fc.pre(statusOf(whole, fromOn) === 'active')
          const paused = pauseFacts(whole, { fromOn, untilOn: addDays(fromOn, length) }, fromOn)
          const paidUntil = periodAt(whole.terms, fromOn)?.endsOn ?? fromOn
          const resumedOn = addDays(fromOn, Math.min(early, length - 1, daysBetween(fromOn, paidUntil)))
          fc.pre(periodAt(whole.terms, fromOn)?.startsOn !== fromOn)
          const resumed = resumeFacts(paused, resumedOn)
          expect(spansOf(periodsOf(resumed.terms, { limit: 12 }))).toEqual(
            spansOf(periodsOf(whole.terms, { limit: 12 })),
          )
        },
      ),
    )
  })

  it('brings the planned end of a pause forward', () => {
    const planned = pauseFacts(
      facts,
      { fromOn: on('2026-02-28'), untilOn: on('2026-06-01') },
      on('2026-02-10'),
    )
    const resumed = resumeFacts(planned, on('2026-04-10'))
    expect(startsOf(periodsOf(resumed.terms, { limit: 3 }))).toEqual([
      '2026-01-31',
      '2026-04-10',
      '2026-05-10',
    ])
  })

  it('keeps other pauses and refuses when nothing is paused', () => {
    const later = { fromOn: on('2026-09-01'), untilOn: on('2026-10-01') }
    const two = { ...open, pauses: [{ fromOn: on('2026-02-20'), untilOn: on('2026-05-01') }, later] }
    expect(resumeFacts(two, on('2026-04-10')).pauses).toEqual([
      later,
      { fromOn: '2026-02-20', untilOn: '2026-04-10' },
    ])
    expect(() => resumeFacts(facts, on('2026-04-10'))).toThrow(illegal)
  })
})

describe('renewFacts', () => {
  it('of a pack is a recharge and takes a cancellation back', () => {
    const cancelled = cancelFacts(factsOf(packFrom('2026-01-01')), atEnd('2026-01-10'))
    const { facts, period, policyApplied } = renewFacts(cancelled, {
      renewedOn: on('2026-01-12'),
      today: on('2026-01-12'),
    })
    expect(facts.cancellation).toBeUndefined()
    expect(period.startsOn).toBe('2026-01-29')
    expect(policyApplied).toBe('stack')
    expect(statusOf(facts, on('2026-02-20'))).toBe('active')
  })

  it('of one that opens by itself starts it again when it is over, and keeps what happened', () => {
    const today = on('2026-06-10')
    const cancelled = cancelFacts(
      factsOf(termsFrom('2026-01-31', { billDay: 28, price: inr(31_000) })),
      atOnce('2026-03-10'),
    )
    const renewed = renewFacts(cancelled, { renewedOn: today, today, price: inr(30_000) })
    expect(renewed.period).toMatchObject({
      index: 2,
      startsOn: '2026-06-10',
      endsOn: '2026-06-28',
      days: 18,
      ofDays: 31,
      amount: 17_419,
    })
    expect(renewed.policyApplied).toBe('fromPaymentDate')
    expect(periodsOf(renewed.facts.terms, { limit: 2 })).toMatchObject([
      { startsOn: '2026-01-31', endsOn: '2026-02-28', amount: 28_000 },
      { startsOn: '2026-02-28', endsOn: '2026-03-10', amount: 11_071 },
    ])
    expect(statusOf(renewed.facts, today)).toBe('active')
  })

  it('refuses what still opens by itself, and days outside the time since it ended', () => {
    const today = on('2026-02-10')
    const facts = factsOf(termsFrom('2026-01-31'))
    expect(() => renewFacts(facts, { renewedOn: today, today })).toThrow(/by itself/)
    const cancelled = cancelFacts(facts, atEnd('2026-02-10'))
    expect(() => renewFacts(cancelled, { renewedOn: today, today })).toThrow(/by itself/)
    const over = on('2026-03-10')
    expect(() => renewFacts(cancelled, { renewedOn: on('2026-02-27'), today: over })).toThrow(
      /between 2026-02-28/,
    )
    expect(() => renewFacts(cancelled, { renewedOn: on('2026-03-11'), today: over })).toThrow(
      /and 2026-03-10/,
    )
    expect(renewFacts(cancelled, { renewedOn: on('2026-02-28'), today: over }).period.startsOn).toBe(
      '2026-02-28',
    )
    const paused = pauseFacts(facts, { fromOn: today }, today)
    expect(() => renewFacts(paused, { renewedOn: today, today })).toThrow(illegal)
  })
})
