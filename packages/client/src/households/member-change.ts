import type { Household, Member } from '../answers.ts'
import { grantedRoles } from './role-options.ts'

/** A person of the household, as typed. */
export interface MemberDraft {
  readonly name: string
  readonly upiId: string
}

const upiForm = /^\s*[a-z0-9][a-z0-9._-]{1,190}@[a-z][a-z0-9]{1,63}\s*$/i

/** A UPI ID may be left empty. */
export const isUpiText = (text: string): boolean => text.trim() === '' || upiForm.test(text)

/** Only what differs is sent: the rest is nobody's wish. A kept UPI ID of somebody else is not shown, so empty keeps it. */
export const memberChange = (
  member: Pick<Member, 'name' | 'upiId' | 'role'>,
  { name, upiId }: MemberDraft,
  role: Member['role'],
): { name?: string; upiId?: string | null; role?: Household['role'] } => {
  const granted = grantedRoles.find((candidate) => candidate === role)
  const typed = upiId.trim()
  return {
    ...(name.trim() === member.name ? {} : { name: name.trim() }),
    ...(typed === (member.upiId ?? '') ? {} : { upiId: typed === '' ? null : typed }),
    ...(granted === undefined || granted === member.role ? {} : { role: granted }),
  }
}
