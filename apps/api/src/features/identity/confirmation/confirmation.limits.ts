import type { Limit } from '../../../platform/limits/limits.ts'

/** Per session: who stole one has no other, and whoever else guesses has none at all. */
export const confirmLimit: Limit = { name: 'confirm', most: 10, windowMs: 15 * 60_000 }
