import type { Money } from '@streamline/domain'
import type { OverviewSubject } from './overview-subject.ts'

/** One way to pay less, with both cash plans of the next 12 months. */
export interface Saving {
  readonly kind: 'overlap' | 'longerTerm'
  readonly subject: OverviewSubject
  readonly now: Money
  readonly after: Money
  /** Exactly now − after. */
  readonly perYear: Money
  readonly plan: { readonly id: string; readonly name: string } | null
  readonly coveredBy: OverviewSubject | null
  readonly service: { readonly name: string; readonly tier: string } | null
}

/** The largest one, in the household's own currency where there is any; the first name among equals. */
export const bestSaving = (savings: readonly Saving[], currency: string): Saving | null => {
  const own = savings.filter(({ perYear }) => perYear.currency === currency)
  let best: Saving | null = null
  for (const saving of own.length > 0 ? own : savings)
    if (best === null || isBetter(saving, best)) best = saving
  return best
}

const isBetter = (one: Saving, other: Saving): boolean =>
  one.perYear.amount === other.perYear.amount
    ? one.subject.id < other.subject.id
    : one.perYear.amount > other.perYear.amount

/** The whole set against the best single one: only of the same currency can one say which is more. */
export const savesMore = (cheapest: { readonly perYear: Money } | null, single: Saving | null): boolean =>
  cheapest !== null &&
  (single === null ||
    (single.perYear.currency === cheapest.perYear.currency &&
      cheapest.perYear.amount > single.perYear.amount))
