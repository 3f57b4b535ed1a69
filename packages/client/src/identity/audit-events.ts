import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** Everything the audit log tells of, as an installation of this version writes it. */
export const auditEvents = [
  'registered',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'confirmed',
  'email-verified',
  'email-changed',
  'phone-verified',
  'password-changed',
  'password-reset',
  'password-reset-asked',
  'totp-on',
  'totp-off',
  'recovery-codes-renewed',
  'recovery-code-used',
  'second-factor-failed',
  'passkey-added',
  'passkey-removed',
  'identity-linked',
  'identity-unlinked',
  'api-key-created',
  'api-key-removed',
  'session-ended',
  'refresh-reused',
  'device-registered',
  'device-removed',
  'webhook-added',
  'webhook-removed',
  'job-retried',
  'role-granted',
  'role-taken',
  'user-blocked',
  'user-unblocked',
  'member-invited',
  'invitation-revoked',
  'household-joined',
  'household-left',
  'household-deleted',
  'member-removed',
  'role-changed',
  'ownership-transferred',
  'members-merged',
  'members-unmerged',
  'guest-link-made',
  'guest-link-revoked',
  'access-denied',
  'line-number-seen',
  'data-exported',
  'deletion-asked',
  'deletion-withdrawn',
  'account-deleted',
] as const

/** What happened, in words; an event this app does not know by its own name. */
export const eventText = (event: string, t: TFunction<'account'>): string => {
  const known = auditEvents.find((candidate) => candidate === event)
  return known === undefined ? event : t(`activity.event.${known}`)
}

export const useEventText = (): ((event: string) => string) => {
  const { t } = useTranslation('account')
  return (event) => eventText(event, t)
}
