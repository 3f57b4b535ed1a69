import type { Limit } from '../../../platform/limits/limits.ts'

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
