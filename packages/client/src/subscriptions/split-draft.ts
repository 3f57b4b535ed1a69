import type { Split } from '../answers.ts'
import { leftOf, partsOf, type PartTexts, type Whole } from '../billing/parts.ts'
import { decimalText } from '../format/amount-text.ts'
import { currencyExponent, membersOfSplit, type Money } from '@streamline/domain'

export type SplitKind = Split['kind']

/** A split as it is being put together; what was typed for one kind stays while another is tried. */
export interface SplitDraft {
  readonly kind: SplitKind
  readonly members: readonly string[]
  readonly weights: Readonly<Record<string, number>>
  readonly percents: PartTexts
  readonly amounts: PartTexts
}

const splitProblems = ['nobody', 'weights', 'percents', 'amounts'] as const

export type SplitProblem = (typeof splitProblems)[number]

export const isSplitProblem = (problem: string): problem is SplitProblem =>
  splitProblems.some((known) => known === problem)

/** Hundredths of a percent, which sum to all of it. */
const ALL = 10_000

export const mostShares = 99

export const splitDraftOf = (split: Split, everybody: readonly string[], currency: string): SplitDraft => {
  const members = split.kind === 'payer' ? everybody : membersOfSplit(split)
  return {
    kind: split.kind,
    members,
    weights:
      split.kind === 'shares'
        ? Object.fromEntries(split.weights.map(({ memberId, weight }) => [memberId, weight]))
        : {},
    percents:
      split.kind === 'percent'
        ? Object.fromEntries(
            split.parts.map(({ memberId, basisPoints }) => [memberId, decimalText(basisPoints, 2)]),
          )
        : {},
    amounts:
      split.kind === 'exact'
        ? Object.fromEntries(
            split.parts.map(({ memberId, amount }) => [
              memberId,
              decimalText(amount, currencyExponent(currency)),
            ]),
          )
        : {},
  }
}

export const weightOf = ({ weights }: SplitDraft, id: string): number => weights[id] ?? 1

export const percentsOf = ({ members, percents }: SplitDraft): Whole => ({
  ids: members,
  texts: percents,
  total: ALL,
  digits: 2,
})

/** Exact amounts are those of a full period. */
export const amountsOf = ({ members, amounts }: SplitDraft, whole: Money): Whole => ({
  ids: members,
  texts: amounts,
  total: whole.amount,
  digits: currencyExponent(whole.currency),
})

/** Why it cannot be a split yet; null where it can. */
export const splitProblemOf = (draft: SplitDraft, whole: Money): SplitProblem | null => {
  const { kind, members } = draft
  if (kind === 'payer') return null
  if (members.length === 0) return 'nobody'
  if (kind === 'shares' && members.every((id) => weightOf(draft, id) === 0)) return 'weights'
  if (kind === 'percent' && leftOf(percentsOf(draft)) !== 0) return 'percents'
  if (kind === 'exact' && leftOf(amountsOf(draft, whole)) !== 0) return 'amounts'
  return null
}

/** The split that is meant, or null while it is none. */
export const splitIn = (draft: SplitDraft, whole: Money): Split | null => {
  const { kind, members } = draft
  if (splitProblemOf(draft, whole) !== null) return null
  if (kind === 'payer') return { kind }
  if (kind === 'equal') return { kind, memberIds: [...members] }
  if (kind === 'shares')
    return { kind, weights: members.map((memberId) => ({ memberId, weight: weightOf(draft, memberId) })) }
  const parts = (partsOf(kind === 'percent' ? percentsOf(draft) : amountsOf(draft, whole)) ?? []).filter(
    ({ value }) => value > 0,
  )
  return kind === 'percent'
    ? { kind, parts: parts.map(({ memberId, value }) => ({ memberId, basisPoints: value })) }
    : { kind, parts: parts.map(({ memberId, value }) => ({ memberId, amount: value })) }
}
