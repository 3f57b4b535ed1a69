import { serviceIdOfTier, serviceTierOf } from '@streamline/catalogue/ladders'
import type { Needs } from '@streamline/domain/cheapest-set'
import type { NeedsAnswer } from './savings.repository.ts'

/** Needs as people and clients see them: tiers by the id of their service. */
export const presentNeeds = ({
  services,
  lines,
  keep,
  never,
  withOldPrices,
  budget,
}: Needs): NeedsAnswer => ({
  services: services.map(({ tier, memberIds, isWanted, monthsAYear }) => ({
    serviceId: serviceIdOfTier(tier),
    memberIds: [...memberIds],
    isWanted,
    monthsAYear: monthsAYear ?? null,
  })),
  lines: lines.map((line) => ({ ...line, memberIds: [...line.memberIds] })),
  keep: [...keep],
  never: [...never],
  withOldPrices,
  budget,
})

/** Needs as somebody edited them. Who is no member any more needs nothing, and a subscription that is gone serves no line. */
export const needsOfAnswer = (
  answer: NeedsAnswer,
  isMember: (id: string) => boolean,
  isHeld: (id: string) => boolean,
): Needs => ({
  ...answer,
  services: answer.services.map(({ serviceId, memberIds, isWanted, monthsAYear }) => ({
    tier: serviceTierOf(serviceId),
    memberIds: memberIds.filter(isMember),
    isWanted,
    monthsAYear: monthsAYear ?? undefined,
  })),
  lines: answer.lines.filter(({ subscriptionId }) => isHeld(subscriptionId)),
})
