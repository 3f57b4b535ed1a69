import { useCreditUse } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { Button } from '../../../design/button.tsx'
import { SelectField } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'

/** Credit with this provider pays a charge of another subscription. */
export const UseCreditForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation('billing')
  const { chargeId, charges, more, currency, ...form } = useCreditUse(subscription, onDone)
  if (form.isPending) return <SkeletonRows rows={3} />
  return chargeId === null ? (
    <p className="text-muted">{t('credit.noCharge', { currency })}</p>
  ) : (
    <SheetForm
      label={t('credit.save')}
      busy={form.busy}
      error={form.rest}
      kept={form.kept}
      onSubmit={form.submit}
    >
      <SelectField
        label={t('credit.charge')}
        value={chargeId}
        error={form.chargeError}
        onChange={(event) => form.choose(event.target.value)}
      >
        {charges.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      {more === null ? null : (
        <Button variant="quiet" size="sm" onClick={more}>
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
