import { type ActOutlook, useFormat } from '@streamline/client'
import type { CreditFate } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../../../design/radio-cards.tsx'

/** Asked where an act turns money into credit; nothing is asked where it does not. */
export const CreditFateChoice = ({
  sums,
  provider,
  value,
  onChange,
}: {
  sums: ActOutlook['becomesCredit']
  provider: string
  value: CreditFate
  onChange: (fate: CreditFate) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  if (sums.length === 0) return null
  return (
    <RadioCards
      label={t('credit.becomes', { amount: format.list(sums.map((sum) => format.money(sum))) })}
      value={value}
      onChange={onChange}
      options={[
        { value: 'stays', label: t('credit.stays', { provider }), hint: t('credit.staysHint') },
        { value: 'refundCredit', label: t('credit.back'), hint: t('credit.backHint') },
        { value: 'useCredit', label: t('credit.moves'), hint: t('credit.movesHint') },
      ]}
    />
  )
}
