import type { RechargeDraft } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../design/check-field.tsx'
import { MethodChoice } from '../../billing/method-choice.tsx'
import { PayerField } from '../../billing/payer-field.tsx'

/** Whether it was paid as well, by whom and how. */
export const RechargePayment = ({
  form,
  forOthers,
  payerError,
  onPaid,
  onPayer,
  onMethod,
}: {
  form: RechargeDraft
  /** Who looks may record what others paid. */
  forOthers: boolean
  payerError: string | undefined
  onPaid: (isPaid: boolean) => void
  onPayer: (memberId: string) => void
  onMethod: (method: string | null) => void
}) => {
  const { t } = useTranslation('subscriptions')
  return (
    <>
      <CheckField
        label={t('recharge.paid')}
        hint={t('recharge.paidHint')}
        checked={form.isPaid}
        onChange={onPaid}
      />
      {form.isPaid ? (
        <>
          {forOthers ? (
            <PayerField label={t('recharge.who')} value={form.paidBy} onChange={onPayer} error={payerError} />
          ) : null}
          <MethodChoice value={form.method} onChange={onMethod} />
        </>
      ) : null}
    </>
  )
}
