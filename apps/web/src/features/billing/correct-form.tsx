import { useChargeCorrection } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import type { ChargeTaskProps } from './charge-detail.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'

/** What the provider really billed for this period, and why it differs. */
export const CorrectForm = ({ charge, onDone }: ChargeTaskProps) => {
  const { t } = useTranslation('billing')
  const form = useChargeCorrection(charge, onDone)
  return (
    <SheetForm
      label={t('correct.save')}
      busy={form.busy}
      error={form.rest}
      kept={form.kept}
      back={{ label: t('charge.back'), onBack: onDone }}
      onSubmit={form.submit}
    >
      <AmountField
        ref={focusFirst}
        label={t('correct.amount')}
        currency={form.currency}
        value={form.amount}
        onChange={form.setAmount}
        error={form.amountError}
        hint={form.hint}
      />
      <TextField
        label={t('correct.reason')}
        placeholder={t('correct.reasonHint')}
        maxLength={500}
        value={form.reason}
        onChange={(event) => form.setReason(event.target.value)}
        error={form.reasonError}
      />
    </SheetForm>
  )
}
