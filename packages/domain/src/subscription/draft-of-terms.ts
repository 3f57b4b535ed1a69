import { lastSegment } from './change.ts'
import { unbilledStubs } from './terms.ts'
import type { Draft, Segment, Terms } from './terms.ts'

const ofPhase = (segments: readonly Segment[], phase: Segment['phase']): Segment | undefined =>
  segments.find((segment) => segment.phase === phase)

/**
 * What a person would say to begin what these terms begin with: trial, intro and the first regular price. For terms that nothing has
 * happened to, `termsOf` of it gives them back; later prices and plans are not in it.
 */
export function draftOfTerms(terms: Terms): Draft {
  const { segments, startsOn, renewal, graceDays, policy } = terms
  const trial = ofPhase(segments, 'trial')
  const intro = ofPhase(segments, 'intro')
  const regular = ofPhase(segments, 'regular') ?? lastSegment(terms)
  const { interval, price, tax, billDay, dueDays, planId, priceVersionId } = regular
  return {
    startsOn,
    interval,
    price,
    tax,
    renewal,
    ...(billDay === undefined
      ? {}
      : { billDay, dueDays: dueDays ?? 0, firstBill: (intro ?? regular).firstBill ?? 'byDay' }),
    ...(trial === undefined ? {} : { trial: trial.interval }),
    ...(intro?.periods == null
      ? {}
      : { intro: { price: intro.price, periods: intro.periods - unbilledStubs(intro) } }),
    graceDays,
    policy,
    planId: planId ?? null,
    priceVersionId: priceVersionId ?? null,
  }
}
