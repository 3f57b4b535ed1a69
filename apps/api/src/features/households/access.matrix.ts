import type { HouseholdRight } from '@streamline/contract'
import type { HouseholdRole } from '../../platform/http/actor.ts'

/** Finer than the routes: what a service asks when the thing belongs to somebody else. */
export type Right =
  | HouseholdRight
  | 'subscriptions.changeShared'
  | 'charges.changeShared'
  | 'payments.recordForOthers'
  | 'members.describeOthers'
  | 'members.changeRoles'
  | 'members.removeManagers'
  | 'invitations.inviteManagers'

/** Reads, and decides for oneself: services look at whom it concerns. */
const viewer: readonly Right[] = [
  'household.read',
  'household.leave',
  'members.update',
  'members.read',
  'subscriptions.read',
  'charges.read',
  'balances.read',
  'overview.read',
]

/** Also what is one's own: services look at the owner. */
const member: readonly Right[] = [
  ...viewer,
  'subscriptions.create',
  'subscriptions.change',
  'charges.change',
  'payments.record',
  'payments.reverse',
  'settlements.record',
  'rates.change',
]

const manager: readonly Right[] = [
  ...member,
  'members.add',
  'members.remove',
  'members.merge',
  'members.describeOthers',
  'invitations.read',
  'invitations.create',
  'invitations.revoke',
  'guestLinks.make',
  'guestLinks.revoke',
  'webhooks.change',
  'subscriptions.changeShared',
  'charges.changeShared',
  'payments.recordForOthers',
]

const owner: readonly Right[] = [
  ...manager,
  'household.update',
  'household.transfer',
  'household.delete',
  'members.changeRoles',
  'members.removeManagers',
  'invitations.inviteManagers',
]

/**
 * Who may do what in a household. A private subscription is its owner's alone, whatever this says; a guest has no
 * account and is not here.
 */
export const accessMatrix: Record<HouseholdRole, ReadonlySet<Right>> = {
  viewer: new Set(viewer),
  member: new Set(member),
  manager: new Set(manager),
  owner: new Set(owner),
}
