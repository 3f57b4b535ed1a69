import { MEGABYTES_PER_GIGABYTE, type UsageKind } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useFormat, type Format } from '../format/format.ts'

type Measured = Exclude<UsageKind, 'used'>

const MINUTES = 60

/** "1.4 GB", "500 MB", "1 h 30 min", "90 min", "12 messages". */
export const usageAmountText = (
  kind: Measured,
  amount: number,
  { t, format }: { t: TFunction<'usage'>; format: Format },
): string => {
  if (kind === 'messages') return t('amount.messages', { count: amount, number: format.number(amount) })
  if (kind === 'calls') return t('amount.minutes', { number: format.number(amount) })
  if (kind === 'hours') {
    const hours = Math.floor(amount / MINUTES)
    const minutes = amount % MINUTES
    if (hours === 0) return t('amount.minutes', { number: format.number(minutes) })
    return minutes === 0
      ? t('amount.hours', { number: format.number(hours) })
      : t('amount.hoursAndMinutes', { hours: format.number(hours), minutes: format.number(minutes) })
  }
  if (amount < MEGABYTES_PER_GIGABYTE) return t('amount.megabytes', { number: format.number(amount) })
  return t('amount.gigabytes', {
    number: format.number(Math.round((amount * 10) / MEGABYTES_PER_GIGABYTE) / 10),
  })
}

export const useUsageAmount = (): ((kind: Measured, amount: number) => string) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  return (kind, amount) => usageAmountText(kind, amount, { t, format })
}
