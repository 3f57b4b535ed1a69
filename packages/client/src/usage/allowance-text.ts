import { addDays } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { UsageSummary } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'
import { usageAmountText } from './usage-text.ts'

export type AllowanceAnswer = UsageSummary['allowances'][number]

export interface AllowanceText {
  /** "80 of 100 GB", "5 GB, without limit". */
  readonly used: string
  /** "20 GB left until 30 Nov", "1 GB over". */
  readonly left: string | null
  /** "At this rate 1.4 GB over by 12 Dec". */
  readonly ahead: string | null
  readonly tone: 'brand' | 'warn' | 'danger'
}

/** Worth a bar: what has a limit of data, what somebody typed, and whatever was used. */
export const isTold = ({ kind, amount, used, source }: AllowanceAnswer): boolean =>
  used > 0 || source === 'own' || (kind === 'data' && amount !== null)

/** How an allowance stands, in words. */
export const allowanceText = (
  { kind, amount, per, endsOn, used, left, expected, state }: AllowanceAnswer,
  { t, format }: { t: TFunction<'usage'>; format: Format },
): AllowanceText => {
  const text = (value: number) => usageAmountText(kind, value, { t, format })
  if (amount === null || left === null)
    return { used: t('allowance.unlimited', { used: text(used) }), left: null, ahead: null, tone: 'brand' }
  const date = format.shortDate(addDays(endsOn, -1))
  const isOver = state === 'over'
  const willBeOver = expected !== null && expected > amount
  return {
    used: t('allowance.of', { used: text(used), amount: text(amount) }),
    left: isOver
      ? t('allowance.over', { amount: text(used - amount) })
      : per === 'day'
        ? t('allowance.leftToday', { amount: text(left) })
        : t('allowance.left', { amount: text(left), date }),
    ahead: willBeOver && !isOver ? t('allowance.ahead', { amount: text(expected - amount), date }) : null,
    tone: isOver ? 'danger' : state === 'near' || willBeOver ? 'warn' : 'brand',
  }
}

export const useAllowanceText = (): ((allowance: AllowanceAnswer) => AllowanceText) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  return (allowance) => allowanceText(allowance, { t, format })
}
