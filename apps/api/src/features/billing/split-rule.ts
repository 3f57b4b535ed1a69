import type { SplitRule } from '@streamline/domain'
import type { Split } from './billed-subscription.ts'

/** A charge keeps who bears it by name: a later payer of the subscription does not inherit old charges. */
export const splitRuleOf = (split: Split, payerId: string): SplitRule =>
  split.kind === 'payer' ? { kind: 'payer', memberId: payerId } : split
