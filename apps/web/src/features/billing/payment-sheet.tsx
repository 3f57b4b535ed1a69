import { useFormat } from '@streamline/client'
import type { Payable } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../design/sheet.tsx'
import { PaymentForm } from './payment-form.tsx'
import { useShown } from '../../design/use-shown.ts'

/** Records what people paid to the provider. */
export const PaymentSheet = ({ payable, onClose }: { payable: Payable | null; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const shown = useShown(payable)
  if (shown === null) return null
  return (
    <Sheet
      open={payable !== null}
      onClose={onClose}
      title={t('pay.title', { name: shown.subscriptionName })}
      lead={t('pay.lead', {
        period: format.period(shown.startsOn, shown.endsOn),
        amount: format.money(shown.amount),
        due: format.shortDate(shown.dueOn),
      })}
    >
      <PaymentForm payable={shown} onDone={onClose} />
    </Sheet>
  )
}
