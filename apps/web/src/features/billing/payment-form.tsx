import { useDraft, useFormat, useHousehold } from '@streamline/client'
import {
  draftOfCharge,
  inCurrency,
  type Payable,
  type PaymentDraft,
  useFirstPayment,
  usePaymentForm,
  useRecordsForOthers,
} from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { CheckField } from '../../design/check-field.tsx'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Conversion } from './conversion.tsx'
import { CurrencyChoice } from './currency-choice.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PaidByFields } from './paid-by-fields.tsx'
import { ReferenceFields } from './reference-fields.tsx'

export const PaymentForm = ({ payable, onDone }: { payable: Payable; onDone: () => void }) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const format = useFormat()
  const { today } = useHousehold()
  const forOthers = useRecordsForOthers()
  const first = useFirstPayment(payable)
  const { draft, set, kept } = useDraft<PaymentDraft>(draftOfCharge('pay', payable.id), first)
  const { read, rate, errorAt, ...form } = usePaymentForm(payable, draft, onDone)
  const { outstanding } = payable
  const { currency } = draft
  const { beyond } = read
  const owed = (amount: number) => format.money({ amount, currency: outstanding.currency })

  return (
    <SheetForm
      label={t('verbs:markPaid')}
      busy={form.busy}
      error={form.rest}
      kept={kept}
      onSubmit={form.submit}
    >
      <AmountField
        ref={focusFirst}
        label={t('pay.amount')}
        aside={
          <CurrencyChoice
            value={currency}
            of={outstanding.currency}
            onChange={(other) => set(inCurrency(payable, other))}
          />
        }
        currency={currency}
        value={draft.amount}
        onChange={(amount) => set({ amount, overpayment: false })}
        error={errorAt('amount')}
        hint={
          read.converted !== null && read.converted > 0 && beyond < 0
            ? t('pay.remains', { amount: owed(-beyond) })
            : undefined
        }
      />
      {form.isConverted ? (
        <Conversion
          draft={draft}
          read={read}
          known={rate}
          on={draft.paidOn}
          to={outstanding.currency}
          errorAt={errorAt}
          set={set}
        />
      ) : null}
      {beyond > 0 ? (
        <div>
          <CheckField
            label={t('pay.beyond', { amount: owed(beyond), name: payable.subscriptionName })}
            hint={t('pay.beyondHint')}
            checked={draft.overpayment}
            onChange={(overpayment) => set({ overpayment })}
          />
          {errorAt('overpayment') ? (
            <p role="alert" className="mt-1.5 text-sm font-medium text-danger">
              {errorAt('overpayment')}
            </p>
          ) : null}
        </div>
      ) : null}
      {forOthers ? <PaidByFields draft={draft} whole={read.whole} errorAt={errorAt} set={set} /> : null}
      <TextField
        type="date"
        label={t('pay.when')}
        max={today}
        value={draft.paidOn}
        onChange={(event) => set({ paidOn: event.target.value })}
        error={errorAt('paidOn')}
      />
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
      <ReferenceFields reference={draft.reference} note={draft.note} errorAt={errorAt} onChange={set} />
    </SheetForm>
  )
}
