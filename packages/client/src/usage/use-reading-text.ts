import { useTranslation } from 'react-i18next'
import type { UsageReading } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { useUsageAmount } from './usage-text.ts'

/** A note in words. */
export const useReadingText = (): ((reading: UsageReading) => string) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const amountText = useUsageAmount()
  return ({ kind, amount, covers, since, on }) => {
    if (kind === 'used') return t(amount === 1 ? 'history.used' : 'history.notUsed')
    const text = `${t(`kind.${kind}`)} ${amountText(kind, amount)}`
    return covers === 'soFar' && since !== on
      ? t('history.soFar', { amount: text, date: format.shortDate(since) })
      : text
  }
}
