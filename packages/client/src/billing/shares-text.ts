import { useTranslation } from 'react-i18next'
import type { Charge } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { usePeople } from '../households/people.ts'

/** "Asha ₹539, Ravi ₹110 (11 of 30 days)", where there is one line for it. */
export const useSharesText = () => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { shortNameOf } = usePeople()
  return (shares: Charge['shares']): string =>
    shares
      .map(({ memberId, amount, days, ofDays }) => {
        const part = t('share.part', { name: shortNameOf(memberId), amount: format.money(amount) })
        return days === ofDays ? part : `${part} (${t('share.days', { days, count: ofDays })})`
      })
      .join(' · ')
}
