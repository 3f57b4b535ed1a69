import type { Household, Invitation } from '../answers.ts'

type Role = Household['role']

/** What somebody of a role may invite others to be, the usual first. */
export const invitedRoles = (role: Role): readonly Invitation['role'][] =>
  role === 'owner' ? ['member', 'manager', 'viewer'] : ['member', 'viewer']

/** What an owner may make of somebody with an account. */
export const grantedRoles: readonly Role[] = ['owner', 'manager', 'member', 'viewer']

/** Invites, and looks after who has no account. */
export const mayManage = (role: Role): boolean => role === 'owner' || role === 'manager'

/** Who may be removed by whom; the only owner by nobody. */
export const mayRemove = (by: Role, whom: string): boolean =>
  by === 'owner' || (by === 'manager' && whom !== 'owner' && whom !== 'manager')
