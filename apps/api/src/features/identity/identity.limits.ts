import type { Limit } from '../../platform/limits/limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const limit = (name: string, most: number, windowMs: number): Limit => ({ name, most, windowMs })

/** Why these: docs/decisions/0013-limits.md. */
export const signInLimits = {
  /** Wrong passwords for one account from one network. */
  account: limit('sign-in', 10, 15 * MINUTE),
  /** Wrong passwords from one network, whatever the account. */
  network: limit('sign-in-network', 100, 15 * MINUTE),
  /** Wrong passwords for one account from everywhere: beyond, strangers are slowed down, never the account locked. */
  everywhere: limit('sign-in-everywhere', 50, DAY),
} as const

export const registerLimit = limit('register', 20, HOUR)
export const takenNoticeLimit = limit('email-taken-notice', 1, DAY)

export const resetLimits = {
  network: limit('reset', 10, HOUR),
  /** Letters to one account; more of them are not sent, which nobody is told. */
  account: limit('reset-letters', 5, HOUR),
} as const

export const linkLimit = limit('links', 60, 15 * MINUTE)
export const verificationLimit = limit('verification-letters', 5, HOUR)
export const emailChangeLimit = limit('email-change', 5, HOUR)
export const phoneCodeLimits = {
  person: limit('phone-codes', 5, HOUR),
  number: limit('phone-codes-to-number', 5, HOUR),
} as const
export const phoneGuessLimit = limit('phone-guesses', 20, HOUR)
/** Per session: who stole one has no other, and whoever else guesses has none at all. */
export const confirmLimit = limit('confirm', 10, 15 * MINUTE)
