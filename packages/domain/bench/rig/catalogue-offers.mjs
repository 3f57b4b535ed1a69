// The plans of the catalogue as candidates, and households that have some of them, for benchmarks and proofs.
import { loadCatalogue } from '@streamline/catalogue'
import { serviceTierOf as tierOf } from '@streamline/catalogue/ladders'
import { factsOfActs } from '../../src/index.ts'
import { isOldPrice } from '../../src/catalogue/price-age.ts'
import { noticeOf } from '../../src/subscription/debits-ahead.ts'
import { besideLineOf, feeOf, isShareable, lineAllowanceOf } from '../../src/savings/offered-plan.ts'

const inr = (amount) => ({ amount, currency: 'INR' })

const offeredOf = (plan, today) => ({
  id: plan.id,
  providerId: plan.providerId,
  kind: plan.kind,
  isPostpaid: plan.mode === 'postpaid',
  interval: plan.interval,
  renewal: plan.renewal,
  price: inr(plan.price),
  tax: { included: plan.taxIncluded, basisPoints: plan.taxBasisPoints },
  announced: [],
  standalone: plan.serviceId === null ? null : tierOf(plan.serviceId),
  includes: plan.includes.map((include) => ({ ...include, tier: tierOf(include.serviceId) })),
  starts: plan.providerId === 'jio' ? 'purchase' : 'packStart',
  line: lineAllowanceOf(plan),
  besideLine: besideLineOf(plan),
  isShareable: isShareable(plan),
  fee: feeOf(plan),
  isOld: isOldPrice(plan, today),
})

/** Every plan that is sold in all of India. */
export function indianOffers(today) {
  return loadCatalogue()
    .plans.filter(
      ({ country, status, region, id }) =>
        country === 'IN' && status !== 'superseded' && region === null && !id.includes('student'),
    )
    .map((plan) => offeredOf(plan, today))
}

/** A subscription to a plan since a day, used by some. */
export function heldPlan(offer, { id, people, startsOn, more = {} }) {
  const draft = {
    startsOn,
    interval: offer.interval,
    price: offer.price,
    tax: offer.tax,
    ...(offer.isPostpaid ? { billDay: Number(startsOn.slice(8)) } : { renewal: offer.renewal }),
    planId: offer.id,
    ...more,
  }
  const records = [
    {
      id: `${id} 0`,
      on: startsOn,
      at: `${startsOn}T06:00:00.000Z`,
      by: null,
      act: { kind: 'started', draft },
    },
  ]
  const facts = factsOfActs(records)
  const isLine = offer.line !== null
  return {
    subscription: {
      id,
      people,
      facts,
      notice: noticeOf(facts.terms, 0),
      records,
      starts: offer.starts,
      standalone: offer.standalone,
      includes: offer.includes,
      isOnlyServices: offer.standalone !== null || offer.kind === 'ott',
    },
    providerId: offer.providerId,
    planId: offer.id,
    line: offer.line,
    lineKind: isLine ? offer.line.kind : null,
  }
}
