import type { RequestOrigin } from '../../platform/http/actor.ts'
import type { AuditRow } from './audit.repository.ts'

export type AuditEvent =
  | 'registered'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'confirmed'
  | 'email-verified'
  | 'email-changed'
  | 'phone-verified'
  | 'password-changed'
  | 'password-reset'
  | 'password-reset-asked'
  | 'totp-on'
  | 'totp-off'
  | 'recovery-codes-renewed'
  | 'recovery-code-used'
  | 'second-factor-failed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'identity-linked'
  | 'identity-unlinked'
  | 'api-key-created'
  | 'api-key-removed'
  | 'session-ended'
  | 'refresh-reused'
  | 'device-registered'
  | 'device-removed'
  | 'webhook-added'
  | 'webhook-removed'
  | 'job-retried'
  | 'role-granted'
  | 'role-taken'
  | 'user-blocked'
  | 'user-unblocked'
  | 'access-denied'
  | 'member-invited'
  | 'invitation-revoked'
  | 'household-joined'
  | 'household-left'
  | 'household-deleted'
  | 'member-removed'
  | 'role-changed'
  | 'ownership-transferred'
  | 'members-merged'
  | 'guest-link-made'
  | 'guest-link-revoked'
  | 'line-number-seen'
  | 'data-exported'
  | 'deletion-asked'
  | 'deletion-withdrawn'
  | 'account-deleted'

export interface AuditDraft {
  event: AuditEvent
  /** Who did it; without one a stranger or the system. */
  actorId?: string | null
  /** Whose account it happened to. */
  subjectId?: string | null
  origin?: RequestOrigin | null
  detail?: AuditRow['detail']
}
