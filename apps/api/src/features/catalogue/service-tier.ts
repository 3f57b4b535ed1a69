import { tierLadders } from '@streamline/catalogue/ladders'
import type { ServiceTier } from '@streamline/domain'

const rungs = new Map(
  tierLadders.flatMap((ladder) =>
    ladder.map((serviceId, rank) => [serviceId, { ladderId: ladder[0] ?? serviceId, rank }] as const),
  ),
)

/** A catalogue service as the domain compares it. */
export const serviceTierOf = (serviceId: string): ServiceTier =>
  rungs.get(serviceId) ?? { ladderId: serviceId, rank: 0 }

const laddersById = new Map(tierLadders.map((ladder) => [ladder[0], ladder]))

/** The service of the catalogue that a tier stands for. */
export const serviceIdOfTier = ({ ladderId, rank }: ServiceTier): string =>
  laddersById.get(ladderId)?.[rank] ?? ladderId
