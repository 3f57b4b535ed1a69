import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { intervalKey } from './format/format.ts'

/** "monthly", "every 28 days". */
export const useIntervalText = (): ((interval: BillingInterval) => string) => {
  const { t } = useTranslation('words')
  return (interval) => {
    const { key, count } = intervalKey(interval)
    return t(key, { count })
  }
}
