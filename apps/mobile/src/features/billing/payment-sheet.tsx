import { useFormat, useHousehold } from '@streamline/client'
import {
  inCurrency,
  type Payable,
  type PaymentDraft,
  useFirstPayment,
  usePaymentForm,
  useRecordsForOthers,
} from '@streamline/client/billing'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { DateField } from '../../design/date-field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { SwitchRow } from '../../design/switch-row.tsx'
import { Conversion } from './conversion.tsx'
import { CurrencyChoice } from './currency-choice.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PaidByFields } from './paid-by-fields.tsx'
import { ReferenceFields } from './reference-fields.tsx'

/** What was paid, by whom, when and how. What is not said is as it usually is. */
export const PaymentForm = ({
  payable,
  onBack,
  onClose,
  onDone,
}: {
  payable: Payable
  onBack?: () => void
  onClose: () => void
  onDone: () => void
}) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const format = useFormat()
  const { today } = useHousehold()
  const forOthers = useRecordsForOthers()
  const first = useFirstPayment(payable)
  const [draft, setDraft] = useState<PaymentDraft>(first)
  const { read, rate, errorAt, ...form } = usePaymentForm(payable, draft, onDone)
  const { outstanding, subscriptionName: name, startsOn, endsOn, amount, dueOn } = payable
  const set = (change: Partial<PaymentDraft>): void => setDraft((known) => ({ ...known, ...change }))
  const { beyond } = read
  const owed = (left: number): string => format.money({ amount: left, currency: outstanding.currency })
  return (
    <SheetForm
      typed={draft}
      title={t('pay.title', { name })}
      lead={t('pay.lead', {
        period: format.period(startsOn, endsOn),
        amount: format.money(amount),
        due: format.shortDate(dueOn),
      })}
      label={t('verbs:markPaid')}
      busy={form.busy}
      error={form.rest}
      onBack={onBack}
      onClose={onClose}
      onSubmit={form.submit}
    >
      <AmountField
        label={t('pay.amount')}
        aside={
          <CurrencyChoice
            value={draft.currency}
            of={outstanding.currency}
            onChange={(other) => set(inCurrency(payable, other))}
          />
        }
        currency={draft.currency}
        value={draft.amount}
        onChange={(text) => set({ amount: text, overpayment: false })}
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
        <SwitchRow
          label={t('pay.beyond', { amount: owed(beyond), name })}
          hint={t('pay.beyondHint')}
          error={errorAt('overpayment')}
          value={draft.overpayment}
          onChange={(overpayment) => set({ overpayment })}
        />
      ) : null}
      {forOthers ? <PaidByFields draft={draft} whole={read.whole} errorAt={errorAt} set={set} /> : null}
      <DateField
        label={t('pay.when')}
        value={draft.paidOn}
        today={today}
        max={today}
        error={errorAt('paidOn')}
        onChange={(paidOn) => set({ paidOn })}
      />
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
      <ReferenceFields
        reference={draft.reference}
        note={draft.note}
        error={errorAt('reference')}
        onChange={set}
      />
    </SheetForm>
  )
}

export const PaymentSheet = ({ payable, onClose }: { payable: Payable | null; onClose: () => void }) =>
  payable === null ? null : (
    <PaymentForm key={payable.id} payable={payable} onClose={onClose} onDone={onClose} />
  )
