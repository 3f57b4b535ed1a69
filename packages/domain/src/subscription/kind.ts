/**
 * What a subscription is for, in the order in which lists show it: streaming, mobile numbers, home lines, television by
 * dish or cable, and everything else (apps, AI, cloud, games, memberships). A kind changes words, picture and default
 * terms, never a rule (law 13).
 */
export const subscriptionKinds = ['ott', 'mobile', 'broadband', 'tv', 'other'] as const

export type SubscriptionKind = (typeof subscriptionKinds)[number]
