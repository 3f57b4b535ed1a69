import { serviceIdOfTier, serviceTierOf } from '@streamline/catalogue/ladders'
import type { needChoicesSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { isOffered } from './offered-plan.ts'
import type { SavingsFacts } from './savings-reader.service.ts'
import { Names } from './savings.presenter.ts'

type Choices = z.infer<typeof needChoicesSchema>

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name)

/** Every service that a plan is or brings along, with what people call it whatever its tier. */
const servicesIn = (plans: readonly PlanDocument[]): ReadonlyMap<string, string> =>
  new Map(
    plans.flatMap(({ serviceId, providerName, includes }) => [
      ...includes.map((included) => [included.serviceId, included.providerName] as const),
      ...(serviceId === null ? [] : [[serviceId, providerName] as const]),
    ]),
  )

function servicesOf({ plans, input }: SavingsFacts, names: Names): Choices['services'] {
  const called = servicesIn(plans)
  const sold = servicesIn(plans.filter(isOffered)).keys()
  const needed = input.needs.services.map(({ tier }) => serviceIdOfTier(tier))
  const ladders = Map.groupBy(new Set([...sold, ...needed]), (id) => serviceTierOf(id).ladderId)
  return [...ladders.values()]
    .map((ids) => {
      const tiers = ids
        .map(serviceTierOf)
        .toSorted((a, b) => a.rank - b.rank)
        .map((tier) => names.service(serviceIdOfTier(tier)))
      const [least] = tiers
      // What stands on no ladder is called by its tier: of one provider there may be several.
      const name = tiers.length > 1 ? called.get(least?.id ?? '') : least?.name
      return { name: name ?? '', tiers }
    })
    .toSorted(byName)
}

function providersOf(plans: readonly PlanDocument[]): Choices['providers'] {
  const groups = Map.groupBy(plans.filter(isOffered), ({ providerId }) => providerId)
  return [...groups.entries()]
    .map(([id, own]) => ({
      id,
      name: own[0]?.providerName ?? id,
      kinds: (['mobile', 'broadband'] as const).filter((kind) => own.some((plan) => plan.kind === kind)),
    }))
    .toSorted(byName)
}

/** What the needs of a household can name, and the names of what they name now. */
export function presentChoices(facts: SavingsFacts): Choices {
  const { input, documents, plans } = facts
  const names = new Names(facts)
  const providers = providersOf(plans)
  const called = new Map(plans.map(({ providerId, providerName }) => [providerId, providerName]))
  const decided = new Set(
    input.held.flatMap(({ subscription: { id, isOnlyServices }, lineKind }) =>
      isOnlyServices || lineKind !== null ? [id] : [],
    ),
  )
  return {
    services: servicesOf(facts, names),
    subscriptions: documents
      .filter(({ id }) => decided.has(id))
      .map(({ id }) => names.subscription(id))
      .toSorted(byName),
    providers,
    never: input.needs.never.map((id) => ({ id, name: called.get(id) ?? names.plan(id).name })),
  }
}
