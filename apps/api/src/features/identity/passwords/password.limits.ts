import type { Limit } from '../../../platform/limits/limits.ts'

const HOUR = 3_600_000

/** Why these: docs/decisions/0013-limits.md. */
export const resetLimits = {
  network: { name: 'reset', most: 10, windowMs: HOUR },
  /** Letters to one account; more of them are not sent, which nobody is told. */
  account: { name: 'reset-letters', most: 5, windowMs: HOUR },
} as const satisfies Record<string, Limit>
