import { serviceIdOfTier } from '@streamline/catalogue/ladders'
import type { needCostSchema } from '@streamline/contract'
import type { NeedCost } from '@streamline/domain/cheapest-set'
import type * as z from 'zod'

/** What one need costs, as clients name needs. */
export function presentNeedCost(
  { ask, cost: amount }: NeedCost,
  currency: string,
): z.infer<typeof needCostSchema> {
  const cost = amount === null ? null : { amount, currency }
  switch (ask.kind) {
    case 'service': {
      const { kind, tier, memberIds } = ask
      return { kind, serviceId: serviceIdOfTier(tier), memberIds: [...memberIds], cost }
    }
    case 'line':
    case 'keep':
      return { ...ask, cost }
    case 'never':
      return { kind: ask.kind, catalogueId: ask.id, cost }
  }
}
