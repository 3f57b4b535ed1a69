import type { Limit } from '../../../platform/limits/limits.ts'

const MINUTE = 60_000

/** Wrong tries of one ticket; then it is gone. */
export const MOST_TRIES = 5

/** Why these: docs/decisions/0013-limits.md. */
export const secondFactorLimits = {
  /** Wrong factors for one account from one network. */
  account: { name: 'second-factor', most: 10, windowMs: 15 * MINUTE },
  /** Wrong factors for one account from networks it was never used from: whoever guesses there knows the password. */
  strangers: { name: 'second-factor-strangers', most: 30, windowMs: 24 * 60 * MINUTE },
  /** Answers of authenticators from one network that were wrong: each is written down. */
  answers: { name: 'passkey-answers', most: 60, windowMs: 15 * MINUTE },
  /** Questions to authenticators from one network. */
  questions: { name: 'passkey-questions', most: 60, windowMs: 15 * MINUTE },
} as const satisfies Record<string, Limit>
