import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { Handshake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../design/check-field.tsx'

/** The minimum term that one leaves before its end, and whether the provider charges its fee. */
export const CancelExitFee = ({
  minimumTerm: { untilOn, exitFee },
  isCharged,
  onChange,
}: {
  minimumTerm: NonNullable<SubscriptionDetail['minimumTerm']>
  isCharged: boolean
  onChange: (isCharged: boolean) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const date = format.date(untilOn)
  return (
    <>
      <p className="figures flex gap-3 rounded-control bg-warn-soft px-4 py-3 text-sm font-medium text-warn">
        <Handshake size={18} className="mt-px shrink-0" aria-hidden />
        {exitFee === null
          ? t('cancel.term', { date })
          : t('cancel.termFee', { date, amount: format.money(exitFee) })}
      </p>
      {exitFee === null ? null : (
        <CheckField
          label={t('cancel.exitFee', { amount: format.money(exitFee) })}
          hint={t('cancel.exitFeeHint')}
          checked={isCharged}
          onChange={onChange}
        />
      )}
    </>
  )
}
