import type { invitationSchema, invitationsContract } from '@streamline/contract'
import type * as z from 'zod'
import type { Answer } from '../../platform/http/call.ts'
import type { InvitationRow, OpenedInvitation } from './invitation.repository.ts'

export const presentInvitation = (row: InvitationRow): z.infer<typeof invitationSchema> => ({
  id: row.id,
  email: row.email,
  role: row.role,
  memberId: row.memberId,
  memberName: row.memberName,
  invitedBy: row.invitedBy,
  invitedByName: row.invitedByName,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  maxUses: row.maxUses,
  uses: row.uses,
})

/** For who holds the link and is nobody in the household yet. */
export const presentPreview = (row: OpenedInvitation): Answer<typeof invitationsContract.preview> => ({
  householdName: row.householdName,
  invitedByName: row.invitedByName,
  role: row.role,
  expiresAt: row.expiresAt,
  isForNamedPerson: row.memberId !== null,
})
