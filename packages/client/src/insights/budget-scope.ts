import { subscriptionKinds } from '@streamline/domain'
import type { Kind } from '../answers.ts'
import type { Budget, BudgetDraft } from './budgets.queries.ts'

/** What a budget can be for, as a form names it: `household`, `kind ott`, `member …`. */
export type BudgetChoice = string

type Scoped = Pick<Budget, 'scope' | 'kind' | 'memberId'>

export const choiceOf = ({ scope, kind, memberId }: Scoped): BudgetChoice =>
  [scope, kind ?? memberId ?? ''].join(' ').trim()

/** Everything that has none yet: the household, each kind, each member. */
export const openChoices = (
  budgets: readonly Scoped[],
  members: readonly { readonly id: string }[],
): Scoped[] => {
  const taken = new Set(budgets.map(choiceOf))
  const all: Scoped[] = [
    { scope: 'household', kind: null, memberId: null },
    ...subscriptionKinds.map((kind: Kind) => ({ scope: 'kind' as const, kind, memberId: null })),
    ...members.map(({ id }) => ({ scope: 'member' as const, kind: null, memberId: id })),
  ]
  return all.filter((one) => !taken.has(choiceOf(one)))
}

/** How it is said to the API; null takes it away. */
export const draftOf = ({ scope, kind, memberId }: Scoped, amount: number | null): BudgetDraft => ({
  scope,
  amount,
  ...(kind === null ? {} : { kind }),
  ...(memberId === null ? {} : { memberId }),
})

/** How full the month is, between 0 and 1, with all that is to come. */
export const fullnessOf = ({ month, amount }: Pick<Budget, 'month' | 'amount'>): number =>
  Math.min(1, Math.max(0, month.amount / amount.amount))

export type BudgetTone = 'brand' | 'warn' | 'danger'

/** Over this month, over in a later one, or neither. */
export const budgetTone = ({ overrun }: Pick<Budget, 'overrun'>, today: string): BudgetTone =>
  overrun === null ? 'brand' : overrun.month === today.slice(0, 7) ? 'danger' : 'warn'
