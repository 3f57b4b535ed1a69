import type { Entry } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format/format.ts'
import { usePeople } from '../households/people.ts'

/** "You owe ₹120 more": what a split that changed makes of a person. Amounts are minor units of `currency`. */
export const useAdjustmentText = (): ((person: Entry, currency: string) => string) => {
  const { t } = useTranslation('history')
  const format = useFormat()
  const { isYou, nameOf } = usePeople()
  return ({ memberId, amount }, currency) =>
    t(`change.${amount > 0 ? 'getsMore' : 'owesMore'}.${isYou(memberId) ? 'you' : 'other'}`, {
      name: nameOf(memberId),
      amount: format.money({ amount: Math.abs(amount), currency }),
    })
}
