// Households of India as they could be: six numbers, a home line and twelve services, on plans of the catalogue that somebody could have.
import { addDays } from '../../src/index.ts'
import { needsOf } from '../../src/savings/needs.ts'
import { heldPlan, indianOffers } from './catalogue-offers.mjs'

export const today = '2026-12-01'
export const offers = indianOffers(today)
const members = ['asha', 'ravi', 'meera', 'dev', 'nani', 'tara']

const packs = offers.filter(
  ({ line, isPostpaid, price }) =>
    line?.kind === 'mobile' &&
    !isPostpaid &&
    line.hasCalls &&
    (line.mbPerDay ?? 0) >= 1000 &&
    price.amount < 400_000,
)
const bills = offers.filter(
  ({ line, isPostpaid }) => line?.kind === 'mobile' && isPostpaid && line.seats === 1,
)
const homes = offers.filter(
  ({ line }) => line?.kind === 'broadband' && (line.mbps ?? 0) <= 300 && line.mbps !== null,
)
const streams = offers.filter(
  ({ kind, standalone, includes, line, besideLine }) =>
    kind === 'ott' && standalone !== null && includes.length === 0 && line === null && besideLine === null,
)
const services = [...Map.groupBy(streams, ({ standalone }) => standalone.ladderId)]
/** What bundles bring along is what most people have. */
const isBundled = (ladderId) =>
  offers.some(({ includes }) => includes.some(({ tier }) => tier.ladderId === ladderId))
const bundled = services.filter(([ladderId]) => isBundled(ladderId)).map(([, plans]) => plans)
const alone = services.filter(([ladderId]) => !isBundled(ladderId)).map(([, plans]) => plans)

const lastPaid = ({ interval }) =>
  interval.unit === 'day' ? interval.count : interval.unit === 'year' ? 360 : 27 * interval.count

/** A household whose needs are what it has. */
export function indianHousehold(random, { lines = 6, streams: count = 12 } = {}) {
  let number = 0
  const has = (offer, people) =>
    heldPlan(offer, {
      id: `${number++} ${offer.id}`,
      people,
      startsOn: addDays(today, -random.upTo(lastPaid(offer) - 1)),
    })
  const held = [
    ...members
      .slice(0, lines)
      .map((member) => has(random.oneOf(random.isTrue(0.8) ? packs : bills), [member])),
    has(random.oneOf(homes), 'everybody'),
    ...[...random.some(bundled, Math.ceil(count * 0.7)), ...random.some(alone, Math.floor(count * 0.3))].map(
      (plans) => has(random.oneOf(plans), random.isTrue(0.5) ? members : [random.oneOf(members)]),
    ),
  ]
  const needs = needsOf(held, members, today)
  // Half of the numbers stay with their provider.
  const locked = needs.lines.map((need, at) => ({
    ...need,
    providerLock: random.isTrue(0.5) ? (held[at]?.providerId ?? null) : null,
  }))
  return {
    today,
    currency: 'INR',
    memberIds: members,
    held,
    offers,
    apart: [],
    needs: { ...needs, lines: locked },
  }
}
