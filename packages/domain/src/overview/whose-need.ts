import type { NeedKind } from './needs.ts'

/** Whom a subscription concerns. */
export interface NeedPeople {
  readonly paidBy: string
  readonly managedBy: string
  readonly ownerId: string
  /** Nobody but its owner sees it. */
  readonly isPrivate: boolean
}

/** Somebody who can act by themselves: present, with an account. */
export interface NeedActor {
  readonly id: string
  readonly role: string
}

const isPayment = (kind: NeedKind): boolean => kind === 'due' || kind === 'overdue'

/** What law 27 lets somebody do about it. */
function mayMeet(kind: NeedKind, { paidBy, managedBy, ownerId, isPrivate }: NeedPeople, actor: NeedActor) {
  if (isPrivate) return actor.id === ownerId
  if (actor.role === 'owner' || actor.role === 'manager') return true
  if (actor.role !== 'member') return false
  return isPayment(kind) ? actor.id === paidBy : actor.id === managedBy || actor.id === ownerId
}

/**
 * Who is asked to meet a need: who pays a charge, who manages a pack or a decision, the first of them who can act and may; null
 * where none of them does, such as a child: then everybody is asked who may.
 */
export function holderOfNeed(
  kind: NeedKind,
  people: NeedPeople,
  actors: readonly NeedActor[],
): string | null {
  const { paidBy, managedBy, ownerId } = people
  const chain = isPayment(kind) ? [paidBy, managedBy, ownerId] : [managedBy, ownerId]
  const holder = chain.find((id) => actors.some((actor) => actor.id === id && mayMeet(kind, people, actor)))
  return holder ?? null
}

/** Whether somebody must meet a need, and may. */
export function isNeedOf(
  viewerId: string,
  { kind, people, actors }: { kind: NeedKind; people: NeedPeople; actors: readonly NeedActor[] },
): boolean {
  const holder = holderOfNeed(kind, people, actors)
  if (holder !== null) return holder === viewerId
  return actors.some((actor) => actor.id === viewerId && mayMeet(kind, people, actor))
}
