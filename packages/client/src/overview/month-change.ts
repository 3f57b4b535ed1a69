import { useTranslation } from 'react-i18next'
import type { Overview } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { amountIn } from './totals.ts'

export type MonthTotals = Pick<Overview['months'][number], 'month' | 'totals'>

/** What this month costs more than the last one: null where there was none, or nothing in it. */
export const monthChange = (now: MonthTotals, before: MonthTotals, currency: string): number | null => {
  const last = amountIn(before.totals, currency)
  return last === 0 ? null : amountIn(now.totals, currency) - last
}

/** The same in words; which way it went has a colour and an arrow. */
export const useMonthChange = () => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    now: MonthTotals,
    before: MonthTotals,
    currency: string,
  ): { text: string; way: 'more' | 'less' | null } => {
    const change = monthChange(now, before, currency)
    const month = format.month(before.month)
    if (change === null) return { text: t('month.first'), way: null }
    if (change === 0) return { text: t('month.same', { month }), way: null }
    const way = change > 0 ? 'more' : 'less'
    return {
      text: t(`month.${way}`, { money: format.money({ amount: Math.abs(change), currency }), month }),
      way,
    }
  }
}
