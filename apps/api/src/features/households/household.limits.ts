import type { Limit } from '../../platform/limits/limits.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Why these: docs/decisions/0013-limits.md. */
export const invitationLimits = {
  person: { name: 'invitations', most: 20, windowMs: HOUR },
  household: { name: 'invitations-of-household', most: 60, windowMs: DAY },
  /** Letters to one address, whoever asks for them. */
  address: { name: 'invitations-to-address', most: 5, windowMs: DAY },
  /** Looking at invitations and accepting them, from one network. */
  network: { name: 'invitation-links', most: 60, windowMs: HOUR / 4 },
} as const satisfies Record<string, Limit>

/** Private links looked at from one network. */
export const guestLinkLimit: Limit = { name: 'guest-links', most: 120, windowMs: HOUR / 4 }
