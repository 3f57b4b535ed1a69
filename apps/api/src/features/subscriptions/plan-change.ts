import { defaultTax, type Money, type BillingInterval, type PlanChange } from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { TOTAL } from './subscription-draft.ts'

interface Wish {
  readonly price?: Money | undefined
  readonly interval?: BillingInterval | undefined
  readonly taxIncluded?: boolean | undefined
}

/** What a recharge or a change of plan changes: the plan's words where it names one, what the person says wins. */
export const planChangeOf = (
  { price, interval, taxIncluded }: Wish,
  plan: PlanDocument | null | undefined,
  country: string,
): PlanChange => {
  const tax =
    taxIncluded === undefined ? undefined : taxIncluded ? TOTAL : defaultTax(plan?.country ?? country, false)
  if (plan === undefined) return { price, interval, tax }
  if (plan === null) return { price, interval, tax, planId: null, priceVersionId: null }
  if (price !== undefined && price.currency !== plan.price.currency)
    throw new ProblemError('currency-mismatch', `The plan is sold in ${plan.price.currency}.`)
  return {
    price: price ?? plan.price,
    interval: interval ?? plan.interval,
    tax: tax ?? plan.tax,
    planId: plan.id,
    priceVersionId: price === undefined ? (plan.priceVersions.at(-1)?.id ?? null) : null,
  }
}
