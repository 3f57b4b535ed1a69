import type { SubscriptionDetail } from '@streamline/client'
import { useCharge } from '@streamline/client/billing'
import { useCreditUse } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { Button } from '../../../design/button.tsx'
import { ChoiceField } from '../../../design/choice-field.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { Sheet } from '../../../design/sheet.tsx'
import { SkeletonCard } from '../../../design/skeleton.tsx'
import { Text } from '../../../design/text.tsx'
import { RefundForm } from '../../billing/charge-tasks.tsx'
import type { SubscriptionFormProps } from '../detail/sheet-name.ts'

const RefundOf = ({
  credit: { chargeId, amount },
  title,
  onClose,
}: {
  credit: SubscriptionDetail['credits'][number]
  title: string
  onClose: () => void
}) => {
  const { data, error, refetch } = useCharge(chargeId)
  if (data)
    return <RefundForm charge={data} credit={amount} title={title} onClose={onClose} onDone={onClose} />
  return (
    <Sheet open title={title} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonCard count={2} />}
    </Sheet>
  )
}

/** The provider gave back what it had too much, the latest first; what is left stays on the page. */
export const RefundCreditForm = ({ subscription, title, onClose }: SubscriptionFormProps) => {
  // As it was when the form opened: once it is told, there is less of it before the form is gone.
  const [latest] = useState(subscription.credits[0])
  return latest === undefined ? null : <RefundOf credit={latest} title={title} onClose={onClose} />
}

/** Credit with this provider pays a charge of another subscription. */
export const UseCreditForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation('billing')
  const { chargeId, charges, more, currency, ...form } = useCreditUse(subscription, onClose)
  if (form.isPending || chargeId === null)
    return (
      <Sheet open {...sheet} onClose={onClose}>
        {form.isPending ? (
          <SkeletonCard count={2} />
        ) : (
          <Text tone="muted">{t('credit.noCharge', { currency })}</Text>
        )}
      </Sheet>
    )
  return (
    <SheetForm
      typed={form.amount}
      {...sheet}
      label={t('credit.save')}
      busy={form.busy}
      error={form.rest}
      onClose={onClose}
      onSubmit={form.submit}
    >
      <ChoiceField
        label={t('credit.charge')}
        value={chargeId}
        options={charges}
        error={form.chargeError}
        onChange={form.choose}
      />
      {more === null ? null : (
        <Button variant="quiet" size="sm" onPress={more}>
          {t('credit.more')}
        </Button>
      )}
      <AmountField
        label={t('credit.amount')}
        currency={currency}
        value={form.amount}
        onChange={form.setAmount}
        hint={form.hint}
        error={form.amountError}
      />
    </SheetForm>
  )
}
