import { serviceTierOf } from '@streamline/catalogue/ladders'
import { isOldPrice, type CalendarDate } from '@streamline/domain'
import {
  besideLineOf,
  feeOf,
  isShareable,
  lineAllowanceOf,
  type OfferedPlan,
} from '@streamline/domain/cheapest-set'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { startOf } from '../subscriptions/subscriptions.service.ts'

/** What only some may buy is nothing to advise. */
const isForSome = ({ serviceId, name }: PlanDocument): boolean =>
  /student/i.test(`${serviceId ?? ''} ${name}`)

/** True where anybody in the country may buy it. Where a household lives nobody asks: what is sold in one region only is left out. */
export const isOffered = (plan: PlanDocument): boolean =>
  plan.status !== 'superseded' && plan.region === null && !isForSome(plan)

/** A plan of the catalogue as a candidate on a day. */
export const offeredOf = (plan: PlanDocument, today: CalendarDate): OfferedPlan => ({
  id: plan.id,
  providerId: plan.providerId,
  kind: plan.kind,
  isPostpaid: plan.mode === 'postpaid',
  interval: plan.interval,
  renewal: plan.renewal,
  price: plan.price,
  tax: plan.tax,
  announced: plan.announced,
  standalone: plan.serviceId === null ? null : serviceTierOf(plan.serviceId),
  includes: plan.includes.map((include) => ({ ...include, tier: serviceTierOf(include.serviceId) })),
  starts: startOf(plan.providerId),
  line: lineAllowanceOf(plan),
  besideLine: besideLineOf(plan),
  isShareable: isShareable(plan),
  fee: feeOf(plan),
  isOld: isOldPrice(plan, today),
})
