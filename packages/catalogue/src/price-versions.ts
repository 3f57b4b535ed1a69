import { dayBefore } from './calendar-date.ts'
import type { CataloguePriceVersion } from './catalogue.types.ts'
import type { RawPlan, RawPriceChange } from './schema.ts'

type Versions = { inForce: CataloguePriceVersion[]; announced: CataloguePriceVersion[] }

/**
 * The prices of a plan, oldest first, from the changes that name it; without any, the price as it was seen.
 * A version is known by its price, so that seeing the same price again, or learning of an older one, renames
 * nothing that a subscription is pinned to.
 */
export function priceVersionsOf(
  plan: RawPlan,
  changes: readonly RawPriceChange[],
  compiledOn: string,
): Versions {
  const own = changes
    .filter(({ planId }) => planId === plan.id)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const past = own.filter(({ date }) => date <= compiledOn)
  const announced = own.filter(({ date }) => date > compiledOn)
  const first = past[0]
  const versions = [
    ...(first ? priceBefore(first, plan) : [priceSeen(plan)]),
    ...past.map((change) => versionOf(change, plan)),
  ]
  return distinctIds(
    plan.id,
    versions,
    announced.map((change) => versionOf(change, plan)),
  )
}

function versionOf(change: RawPriceChange, plan: RawPlan): CataloguePriceVersion {
  if (change.changeType === 'escalator') throw new Error(`${plan.id}: a yearly rise is not a price`)
  return {
    id: '',
    effectiveOn: change.date,
    datePrecision: change.datePrecision,
    price: change.toPrice ?? plan.price,
    taxIncluded: plan.taxIncluded,
    changeType: change.changeType,
    appliesTo: change.appliesTo,
    sourceNote: change.source,
  }
}

/** The old price was in force at the latest the day before it changed; since when is not known. */
function priceBefore(change: RawPriceChange, plan: RawPlan): CataloguePriceVersion[] {
  if (change.fromPrice === null || change.fromPrice === change.toPrice) return []
  const effectiveOn = dayBefore(change.date)
  return [
    {
      ...versionOf(change, plan),
      effectiveOn,
      price: change.fromPrice,
      changeType: 'observed',
      appliesTo: null,
    },
  ]
}

function priceSeen(plan: RawPlan): CataloguePriceVersion {
  return {
    id: '',
    effectiveOn: plan.asOf,
    datePrecision: plan.asOfPrecision,
    price: plan.price,
    taxIncluded: plan.taxIncluded,
    changeType: 'observed',
    appliesTo: null,
    sourceNote: null,
  }
}

/** `plan@price`; a price that comes back is `plan@price.2`. */
function distinctIds(planId: string, past: CataloguePriceVersion[], next: CataloguePriceVersion[]): Versions {
  const seen = new Map<number, number>()
  const named = [...past, ...next].map((version) => {
    const times = (seen.get(version.price) ?? 0) + 1
    seen.set(version.price, times)
    return { ...version, id: `${planId}@${version.price}${times > 1 ? `.${times}` : ''}` }
  })
  return { inForce: named.slice(0, past.length), announced: named.slice(past.length) }
}
