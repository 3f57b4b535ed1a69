import type { Money } from '../money/money.ts'

const MONTHS = 12

/** Twelve months of real debits against a budget a month. */
export interface BudgetHeld {
  /** The budget, minor units. */
  readonly monthly: number
  /** Exactly what is paid in twelve months − 12 × the budget: zero or below is within it. */
  readonly over: number
}

/** How a year of debits keeps to a budget a month; null without one, and for one in another currency, which never adds (law 9). */
export function heldAgainst(budget: Money | null, paid: Money): BudgetHeld | null {
  if (budget === null || budget.currency !== paid.currency) return null
  return { monthly: budget.amount, over: paid.amount - MONTHS * budget.amount }
}
