import type { BillingInterval } from '@streamline/domain'

export type BonusUnit = 'day' | 'month'

/** What was given on top; null where nothing was, or nothing that can be read. */
export const bonusOf = ({
  bonusCount,
  bonusUnit,
}: {
  readonly bonusCount: string
  readonly bonusUnit: BonusUnit
}): BillingInterval | null => {
  const count = /^\d{1,3}$/.test(bonusCount.trim()) ? Number(bonusCount) : 0
  return count > 0 ? { count, unit: bonusUnit } : null
}
