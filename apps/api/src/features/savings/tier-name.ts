/** A service at a tier as people say it: "Amazon Prime" at "Prime (1 year)" is "Amazon Prime (1 year)". */
export const tierName = (providerName: string, tier: string): string => {
  if (tier.startsWith(providerName)) return tier
  const words = tier.split(' ')
  const shared = words.findLastIndex((_, at) => providerName.endsWith(` ${words.slice(0, at + 1).join(' ')}`))
  return [providerName, ...words.slice(shared + 1)].join(' ')
}
