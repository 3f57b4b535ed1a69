import type { Charge } from '@streamline/client'
import { useHousehold } from '@streamline/client'
import {
  type Deniable,
  useChargeCorrection,
  useChargeRefund,
  useChargeWaiver,
  useDebitDenial,
} from '@streamline/client/billing'
import type { Money } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { DateField } from '../../design/date-field.tsx'
import { TextField } from '../../design/field.tsx'
import { RadioCards } from '../../design/radio-cards.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Text } from '../../design/text.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PayerField } from './payer-field.tsx'

export interface ChargeTaskProps {
  charge: Charge
  /** Of the sheet: its heading says what is done here. */
  title: string
  onBack?: () => void
  onClose: () => void
  onDone: () => void
}

/** What the provider really billed for this period, and why it differs. */
export const CorrectForm = ({ charge, onDone, ...sheet }: ChargeTaskProps) => {
  const { t } = useTranslation('billing')
  const form = useChargeCorrection(charge, onDone)
  return (
    <SheetForm {...sheet} label={t('correct.save')} busy={form.busy} error={form.rest} onSubmit={form.submit}>
      <AmountField
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
        onChangeText={form.setReason}
        error={form.reasonError}
      />
    </SheetForm>
  )
}

/** Nobody pays what is left, or it is owed again. */
export const WaiveForm = ({ charge, onDone, ...sheet }: ChargeTaskProps) => {
  const { t } = useTranslation('billing')
  const form = useChargeWaiver(charge, onDone)
  return (
    <SheetForm
      {...sheet}
      typed={form.reason}
      label={form.label}
      busy={form.busy}
      error={form.error}
      onSubmit={form.submit}
    >
      <Text tone="muted">{form.text}</Text>
      <TextField
        label={t('reverse.reason')}
        aside={t('reverse.optional')}
        maxLength={500}
        value={form.reason}
        onChangeText={form.setReason}
      />
    </SheetForm>
  )
}

/** The provider gave money back: to whom, when, and what the charge becomes by it. */
export const RefundForm = ({
  charge,
  credit,
  onDone,
  ...sheet
}: ChargeTaskProps & {
  /** What of it the provider owes back, where only that is asked about. */
  credit?: Money
}) => {
  const { t } = useTranslation('billing')
  const { today } = useHousehold()
  const { draft, set, errorAt, ...form } = useChargeRefund(charge, credit, onDone)
  return (
    <SheetForm
      {...sheet}
      typed={draft}
      label={t('refund.save')}
      busy={form.busy}
      error={form.rest}
      onSubmit={form.submit}
    >
      <AmountField
        label={t('refund.amount')}
        currency={form.currency}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        error={errorAt('amount')}
        hint={form.hint}
      />
      {form.asksWho ? (
        <PayerField
          label={t('refund.who')}
          value={draft.receivedBy}
          onChange={(receivedBy) => set({ receivedBy })}
          error={errorAt('receivedBy')}
        />
      ) : null}
      <DateField
        label={t('refund.when')}
        value={draft.refundedOn}
        today={today}
        max={today}
        error={errorAt('refundedOn')}
        onChange={(refundedOn) => set({ refundedOn })}
      />
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
    </SheetForm>
  )
}

/** What became of a debit that was taken as paid. */
export const DenyForm = ({
  debit,
  onDone,
  ...sheet
}: Omit<ChargeTaskProps, 'charge' | 'title'> & { debit: Deniable }) => {
  const { t } = useTranslation('billing')
  const form = useDebitDenial(debit, onDone)
  return (
    <SheetForm
      {...sheet}
      title={debit.name}
      label={t('deny.save')}
      busy={form.busy}
      error={form.rest}
      onSubmit={form.submit}
    >
      <RadioCards
        label={t('deny.title')}
        value={form.because}
        options={form.options.map((option) => ({
          ...option,
          ...(option.value === 'failed' ? { hint: t('deny.failedHint') } : {}),
        }))}
        onChange={form.setBecause}
      />
      {form.because === 'otherAmount' ? (
        <AmountField
          label={t('deny.amount')}
          currency={form.currency}
          value={form.amount}
          onChange={form.setAmount}
          error={form.amountError}
        />
      ) : null}
      {form.because === 'somebodyElse' ? (
        <PayerField
          label={t('deny.who')}
          value={form.paidBy}
          onChange={form.setPaidBy}
          error={form.paidByError}
        />
      ) : null}
    </SheetForm>
  )
}
