import type { BillingInterval } from '../time/interval.ts'
import { lastSegment } from './change.ts'
import { unbilledStubs } from './terms.ts'
import type { Draft } from './draft.ts'
import type { Segment, Terms } from './terms.ts'

const ofPhase = (segments: readonly Segment[], phase: Segment['phase']): Segment | undefined =>
  segments.find((segment) => segment.phase === phase)

/** The usual length: where a period holds what was given on top, that of the one after it. */
const lengthOf = (segments: readonly Segment[], regular: Segment): BillingInterval =>
  (regular.bonus === undefined ? undefined : segments[segments.indexOf(regular) + 1])?.interval ??
  regular.interval

/**
 * What a person would say to begin what these terms begin with: trial, intro and the first regular price. For terms that nothing has
 * happened to, `termsOf` of it gives them back; later prices and plans are not in it.
 */
export function draftOfTerms(terms: Terms): Draft {
  const { segments, startsOn, renewal, graceDays, policy, minimumTerm, chargedFrom, dayRates } = terms
  const trial = ofPhase(segments, 'trial')
  const intro = ofPhase(segments, 'intro')
  const regular = ofPhase(segments, 'regular') ?? lastSegment(terms)
  const { price, tax, billDay, dueDays, planId, priceVersionId } = regular
  const bonus = segments.find(({ phase }) => phase !== 'trial')?.bonus
  const introPeriods = segments
    .filter(({ phase }) => phase === 'intro')
    .reduce((sum, segment) => sum + (segment.periods ?? 0) - unbilledStubs(segment), 0)
  return {
    startsOn,
    interval: lengthOf(segments, regular),
    price,
    tax,
    renewal,
    ...(billDay === undefined
      ? {}
      : { billDay, dueDays: dueDays ?? 0, firstBill: (intro ?? regular).firstBill ?? 'byDay' }),
    ...(trial === undefined ? {} : { trial: trial.interval }),
    ...(intro === undefined ? {} : { intro: { price: intro.price, periods: introPeriods } }),
    ...(bonus === undefined ? {} : { bonus }),
    ...(minimumTerm === undefined
      ? {}
      : { minimumTerm: { length: minimumTerm.length, exitFee: minimumTerm.exitFee } }),
    ...(dayRates?.[0] === undefined ? {} : { dayRate: dayRates[0].rate }),
    ...(chargedFrom === undefined ? {} : { chargedFrom }),
    graceDays,
    policy,
    planId: planId ?? null,
    priceVersionId: priceVersionId ?? null,
  }
}
