import type { Limit } from '../../../platform/limits/limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const limit = (name: string, most: number, windowMs: number): Limit => ({ name, most, windowMs })

/** Why these: docs/decisions/0013-limits.md. */
export const linkLimit = limit('links', 60, 15 * MINUTE)
export const takenNoticeLimit = limit('email-taken-notice', 1, 24 * HOUR)
export const verificationLimit = limit('verification-letters', 5, HOUR)
export const emailChangeLimit = limit('email-change', 5, HOUR)
export const phoneCodeLimits = {
  person: limit('phone-codes', 5, HOUR),
  number: limit('phone-codes-to-number', 5, HOUR),
} as const
export const phoneGuessLimit = limit('phone-guesses', 20, HOUR)
