import type { SubscriptionKind } from '../subscription/kind.ts'

/**
 * What of a subscription is noted: `data` in whole megabytes, `calls` in minutes, `messages` by number, `hours` as the minutes
 * that were watched, read or played, and `used`: 1 it was used on that day, 0 it was not used in the month of that day.
 */
export const usageKinds = ['data', 'calls', 'messages', 'hours', 'used'] as const

export type UsageKind = (typeof usageKinds)[number]

/** Megabytes in a gigabyte, as the operators and the catalogue count. */
export const MEGABYTES_PER_GIGABYTE = 1024

/** The most that one note may say, in its unit; the least is 0. */
export const mostNoted: Readonly<Record<UsageKind, number>> = {
  data: 1_000_000_000,
  calls: 1_000_000,
  messages: 1_000_000,
  // Ten screens that never stop for a day.
  hours: 14_400,
  used: 1,
}

const kindsOf: Readonly<Record<SubscriptionKind, readonly UsageKind[]>> = {
  ott: ['hours', 'used'],
  mobile: ['data', 'calls', 'messages', 'used'],
  broadband: ['data', 'calls', 'used'],
  tv: ['hours', 'used'],
  other: ['hours', 'used'],
}

/** What can be noted of a kind of subscription, the most telling first. */
export function usageKindsOf(kind: SubscriptionKind): readonly UsageKind[] {
  return kindsOf[kind]
}

/** What providers limit and a meter counts; the others are only noted by the day. */
export const meteredKinds = ['data', 'calls', 'messages'] as const

export type MeteredKind = (typeof meteredKinds)[number]

/** True for what a plan may give an allowance of. */
export function isMetered(kind: UsageKind): kind is MeteredKind {
  return (meteredKinds as readonly UsageKind[]).includes(kind)
}
