import { addDays, defaultTax, type CalendarDate, type Money } from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { PlanDraftDocument } from './plan-draft.document.ts'
import type { PlanDocument, PlanTax, PriceVersion } from './plan.document.ts'
import type { ProviderDocument } from './provider.document.ts'

/** Nobody knows prices of later days. */
const DAYS_AHEAD = 366

const TOTAL: PlanTax = { included: true, basisPoints: 0 }

const refusedDate = (message: string) =>
  new ProblemError('date-out-of-range', undefined, { errors: [{ pointer: '/effectiveOn', message }] })

const refusedPrice = (message: string) =>
  new ProblemError('invalid-input', undefined, { errors: [{ pointer: '/price', message }] })

/** Every price there is of a plan, oldest first. */
const pricesOf = ({ priceVersions, announced }: PlanDocument): readonly PriceVersion[] => [
  ...priceVersions,
  ...announced,
]

/** `plan@price`; a price that comes back is `plan@price.2`. */
const versionIdOf = (plan: PlanDocument, { amount }: Money): string => {
  const times = pricesOf(plan).filter((version) => version.price.amount === amount).length + 1
  return `${plan.id}@${amount}${times > 1 ? `.${times}` : ''}`
}

/** The plan with another price from a day on, which must lie after the last one's. What was published stays as it is. */
export const withPrice = (
  plan: PlanDocument,
  { price, tax, effectiveOn }: { price: Money; tax: PlanTax; effectiveOn: CalendarDate },
  today: CalendarDate,
): PlanDocument => {
  const last = pricesOf(plan).at(-1)
  if (price.currency !== plan.price.currency)
    throw new ProblemError('currency-mismatch', `The plan is sold in ${plan.price.currency}.`)
  if (last?.price.amount === price.amount && last.tax.included === tax.included)
    throw refusedPrice('is its price already')
  if (last !== undefined && effectiveOn <= last.effectiveOn)
    throw refusedDate(`must lie after ${last.effectiveOn}, from when the last price is`)
  if (effectiveOn > addDays(today, DAYS_AHEAD)) throw refusedDate('must lie within a year')
  const version: PriceVersion = {
    id: versionIdOf(plan, price),
    effectiveOn,
    datePrecision: 'day',
    price,
    tax,
  }
  return begun({ ...plan, announced: [...plan.announced, version] }, today)
}

/** The plan with the prices that have begun by today in force. */
export const begun = (plan: PlanDocument, today: CalendarDate): PlanDocument => {
  const now = plan.announced.filter(({ effectiveOn }) => effectiveOn <= today)
  const last = now.at(-1)
  if (last === undefined) return plan
  return {
    ...plan,
    price: last.price,
    tax: last.tax,
    asOf: last.effectiveOn,
    asOfPrecision: last.datePrecision,
    priceVersions: [...plan.priceVersions, ...now],
    announced: plan.announced.slice(now.length),
  }
}

/** Without a price that was announced. */
export const withoutPrice = (plan: PlanDocument, versionId: string): PlanDocument => {
  if (!pricesOf(plan).some(({ id }) => id === versionId)) throw new ProblemError('not-found')
  const announced = plan.announced.filter(({ id }) => id !== versionId)
  if (announced.length === plan.announced.length)
    throw new ProblemError('illegal-transition', 'A price that was in force stays in the history.')
  return { ...plan, announced }
}

/** What the draft says, over what the plan was; another price is dated, the past stays. */
export const publishedPlan = (
  stored: PlanDocument | null,
  draft: PlanDraftDocument,
  provider: ProviderDocument,
  { effectiveOn, today }: { effectiveOn: CalendarDate | undefined; today: CalendarDate },
): PlanDocument => {
  const { name, kind, mode, country, region, interval, renewal, note, price } = draft
  const tax = draft.taxIncluded ? TOTAL : defaultTax(country, false)
  const said = { name, kind, mode, country, region, interval, renewal, note, status: 'current' as const }
  if (stored === null) {
    const first = newPlan(draft, provider, tax, today)
    const on = effectiveOn ?? today
    return withPrice({ ...first, ...said }, { price, tax, effectiveOn: on }, today)
  }
  const plan = { ...stored, ...said }
  if (stored.interval.count !== interval.count || stored.interval.unit !== interval.unit)
    throw new ProblemError('invalid-input', 'Another interval is another plan: prices would not compare.', {
      errors: [{ pointer: '/interval', message: 'must stay as it was published' }],
    })
  const last = pricesOf(stored).at(-1)
  const isSamePrice = last?.price.amount === price.amount && last.tax.included === tax.included
  // Published again, it was seen today.
  if (isSamePrice) return { ...plan, asOf: today, asOfPrecision: 'day' }
  return withPrice(plan, { price, tax, effectiveOn: effectiveOn ?? today }, today)
}

/** Nothing was published of it yet: its price is the first one it gets. */
const newPlan = (
  { id, providerId, price, country, ...draft }: PlanDraftDocument,
  provider: ProviderDocument,
  tax: PlanTax,
  today: CalendarDate,
): PlanDocument => ({
  id,
  revision: 1,
  providerId,
  providerName: provider.name,
  brandColor: provider.brandColor,
  name: draft.name,
  kind: draft.kind,
  mode: draft.mode,
  bundled: false,
  country,
  region: draft.region,
  price,
  tax,
  interval: draft.interval,
  renewal: draft.renewal,
  status: 'current',
  asOf: today,
  asOfPrecision: 'day',
  serviceId: null,
  includes: [],
  attributes: {},
  note: draft.note,
  priceVersions: [],
  announced: [],
  source: null,
  popularity: provider.popularity[country] ?? null,
  editedAt: null,
})
