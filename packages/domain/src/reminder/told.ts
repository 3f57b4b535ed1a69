import type { Concerned } from './reminder.ts'

/** Whose a subscription is. */
export interface Kept {
  readonly visibility: 'shared' | 'private'
  readonly ownerId: string
  readonly managedBy: string
  readonly paidBy: string
}

/** Somebody of the household who has an account and has not left. */
export interface Reachable {
  readonly memberId: string
  /** May record payments. */
  readonly mayPay: boolean
  /** May change subscriptions that they own or manage. */
  readonly mayChange: boolean
  /** May act for others: the last who are told of what is shared. */
  readonly actsForAll: boolean
}

/**
 * The one person whom a reminder is for: who must act if they can, else the next who can (decision 0036). What is private is told to its
 * owner or to nobody; null where nobody can act.
 */
export function toldOf(concerned: Concerned, kept: Kept, people: readonly Reachable[]): string | null {
  const { visibility, ownerId, managedBy, paidBy } = kept
  const may = ({ mayPay, mayChange }: Reachable) => (concerned === 'payer' ? mayPay : mayChange)
  const able = new Set(people.filter(may).map(({ memberId }) => memberId))
  const own = concerned === 'payer' ? [paidBy, managedBy, ownerId] : [managedBy, ownerId]
  const others = people.filter(({ actsForAll }) => actsForAll).map(({ memberId }) => memberId)
  const asked = visibility === 'private' ? [ownerId] : [...own, ...others]
  return asked.find((memberId) => able.has(memberId)) ?? null
}
