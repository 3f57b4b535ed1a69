/**
 * Services whose tiers are comparable, from the least to the best: every better one holds all of the lesser. What
 * stands on no ladder is compared with itself alone, for a dearer tier is not a better one by its price.
 */
export const tierLadders: readonly (readonly string[])[] = [
  ['jiohotstar:mobile', 'jiohotstar:super', 'jiohotstar:premium'],
  ['netflix:mobile', 'netflix:basic', 'netflix:standard', 'netflix:premium'],
  ['amazon-prime:prime-video-mobile', 'amazon-prime:lite', 'amazon-prime:prime'],
  ['sonyliv:mobile', 'sonyliv:premium'],
  ['youtube:premium-lite', 'youtube:premium-individual', 'youtube:premium-family'],
  ['spotify:premium-individual', 'spotify:premium-duo', 'spotify:premium-family'],
  ['apple-music:individual', 'apple-music:family'],
  ['disney-plus:standard-with-ads', 'disney-plus:standard', 'disney-plus:premium'],
  ['hulu:with-ads', 'hulu:no-ads'],
  ['hbo-max:basic-with-ads', 'hbo-max:standard', 'hbo-max:premium'],
  ['google-one:basic-100-gb', 'google-one:standard-200-gb', 'google-one:premium-2-tb'],
  ['icloud:50-gb', 'icloud:200-gb', 'icloud:2-tb', 'icloud:6-tb', 'icloud:12-tb'],
]

const rungs = new Map(
  tierLadders.flatMap((ladder) =>
    ladder.map((serviceId, rank) => [serviceId, { ladderId: ladder[0] ?? serviceId, rank }] as const),
  ),
)
const laddersById = new Map(tierLadders.map((ladder) => [ladder[0], ladder]))

/** Where a service stands: of the same ladder a higher rank is the better tier. */
export function serviceTierOf(serviceId: string): { readonly ladderId: string; readonly rank: number } {
  return rungs.get(serviceId) ?? { ladderId: serviceId, rank: 0 }
}

/** The service that stands there. */
export function serviceIdOfTier({ ladderId, rank }: ReturnType<typeof serviceTierOf>): string {
  return laddersById.get(ladderId)?.[rank] ?? ladderId
}
