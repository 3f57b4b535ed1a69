import { serviceIdOfTier } from '@streamline/catalogue/ladders'
import type { entitlementsContract } from '@streamline/contract'
import { entitlementMap, holdingOf, type Right } from '@streamline/domain'
import { cursorOf, positionIn, type TextPosition } from '../../platform/documents/cursor.ts'
import type { Answer } from '../../platform/http/route.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import type { SavingsFacts } from './savings-reader.service.ts'
import { Names } from './savings.presenter.ts'

type Entitlements = Extract<Answer<typeof entitlementsContract.list>, { items: unknown }>
type Entitlement = Entitlements['items'][number]
type Attributes = PlanDocument['attributes']

const textIn = (attributes: Attributes, key: string): string | null => {
  const value = attributes[key]
  return typeof value === 'string' ? value : null
}

/** What the catalogue says of a service at a tier, by the plan that knows most of it. */
const tiersIn = (plans: readonly PlanDocument[]): ReadonlyMap<string, Attributes> => {
  const known = new Map<string, Attributes>()
  for (const { serviceId, attributes } of plans)
    if (serviceId !== null) known.set(serviceId, { ...attributes, ...known.get(serviceId) })
  return known
}

/** By name, and what is called alike by what gives it and its first day. */
const placeOf = ({ service, subscription, from }: Entitlement): TextPosition => ({
  value: service.name,
  id: `${subscription.id} ${from} ${service.id}`,
})

const byPlace = (a: TextPosition, b: TextPosition): number =>
  a.value.localeCompare(b.value) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** A page of the rights of the household, or of one of its members, that are not over. */
export function presentEntitlements(
  facts: SavingsFacts,
  { memberId, limit, cursor }: { memberId: string | undefined; limit: number; cursor: string | undefined },
): Entitlements {
  const { input, plans } = facts
  const { today, held, memberIds } = input
  const names = new Names(facts)
  const tiers = tiersIn(plans)
  const rights = entitlementMap(
    held.map(({ subscription }) => holdingOf(subscription, today)),
    memberIds,
    today,
  )
  const present = (right: Right): Entitlement => {
    const attributes = tiers.get(serviceIdOfTier(right.tier)) ?? {}
    const { screens, ads } = attributes
    return {
      service: names.tier(right.tier),
      memberIds: [...right.memberIds],
      isForEverybody: right.memberIds.length === memberIds.length,
      maxResolution: textIn(attributes, 'maxResolution'),
      screens: typeof screens === 'number' ? screens : null,
      devices: textIn(attributes, 'devices'),
      hasAds: typeof ads === 'boolean' ? ads : null,
      subscription: names.subscription(right.subscriptionId),
      isIncluded: right.serviceId !== null,
      state: right.state,
      from: right.from,
      until: right.until,
      goesOn: right.goesOn,
    }
  }
  const after = cursor === undefined ? undefined : positionIn(cursor)
  const rest = rights
    .filter((right) => memberId === undefined || right.memberIds.includes(memberId))
    .map(present)
    .toSorted((one, other) => byPlace(placeOf(one), placeOf(other)))
    .filter((one) => after === undefined || byPlace(placeOf(one), after) > 0)
  const items = rest.slice(0, limit)
  const last = rest.length > limit ? items.at(-1) : undefined
  return { on: today, items, nextCursor: last === undefined ? null : cursorOf(placeOf(last)) }
}
