import type { PlanDocument, PlanStatus } from './plan.document.ts'

const statusOrder: Record<PlanStatus, number> = { current: 0, unverified: 1, superseded: 2 }

/** The first market first where nobody said which country. */
const countryOrder = ['IN', 'US', 'GB', 'DE']

const digits = (value: number, width: number) => String(Math.min(value, 10 ** width - 1)).padStart(width, '0')

/** The catalogue says it in its name only. */
const isAddOn = ({ name, attributes }: Pick<PlanDocument, 'name' | 'attributes'>): boolean =>
  attributes['addOnTo'] !== undefined || /\badd-?on\b/i.test(name)

/**
 * The order of plans, as text that sorts: what is sold today before what nobody checked before what is history; the
 * providers most households use; whole plans before add-ons and plans for one kind of device; then the price.
 */
export const rankOf = (
  plan: Pick<PlanDocument, 'name' | 'status' | 'popularity' | 'attributes' | 'country' | 'price'>,
): string => {
  const isPartial =
    isAddOn(plan) ||
    plan.attributes['serviceValidity'] === false ||
    plan.attributes['deviceLimit'] !== undefined
  const place = countryOrder.indexOf(plan.country)
  return [
    statusOrder[plan.status],
    digits(plan.popularity ?? 99, 2),
    isPartial ? 1 : 0,
    digits(place === -1 ? 99 : place, 2),
    plan.country,
    digits(plan.price.amount, 12),
  ].join('.')
}
