import {
  amountText,
  parseAmount,
  useFormat,
  useHousehold,
  useRecordPayment,
  useReversePayment,
  type Charge,
} from '@streamline/client'
import { isCalendarDate } from '@streamline/domain'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import { Sheet } from '../../design/sheet.tsx'
import { SheetActions } from '../../design/sheet-actions.tsx'
import { showToast } from '../../design/toast-store.ts'
import { MethodChoice } from './method-choice.tsx'
import { PayerField, useRecordsForOthers } from './payer-field.tsx'
import { useFieldError } from './use-field-error.ts'
import { useShown } from './use-shown.ts'

/** What a payment can be recorded for. */
export type Payable = Pick<
  Charge,
  'id' | 'subscriptionName' | 'amount' | 'outstanding' | 'dueOn' | 'startsOn' | 'endsOn' | 'paidBy'
>

const fields = ['amount', 'paidOn', 'paidBy', 'method'] as const

const place = {
  codes: {
    'amount-out-of-range': 'amount',
    'currency-mismatch': 'amount',
    'date-out-of-range': 'paidOn',
    'unknown-member': 'paidBy',
  },
  fieldAt: (pointer: string) => fields.find((field) => pointer.split('/').includes(field)) ?? null,
} as const

/** Says that it was paid, with a way back: taking a payment back is part of the history like any other entry. */
const usePaidToast = () => {
  const { t } = useTranslation(['money', 'app'])
  const format = useFormat()
  const reverse = useReversePayment()
  return (name: string, payment: { id: string; amount: Charge['amount'] }) =>
    showToast(t('pay.done', { name, amount: format.money(payment.amount) }), {
      action: {
        label: t('app:actions.undo'),
        // The sheet is gone by then, so the answer is waited for here and not by the form.
        run: () =>
          void reverse.mutateAsync({ id: payment.id }).then(
            () => showToast(t('pay.undone', { name })),
            () => showToast(t('pay.undoFailed'), { tone: 'danger' }),
          ),
      },
    })
}

const PaymentForm = ({ payable, onDone }: { payable: Payable; onDone: () => void }) => {
  const { t } = useTranslation('money')
  const format = useFormat()
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const { outstanding } = payable
  const { currency } = outstanding
  const [amount, setAmount] = useState(amountText(outstanding.amount, currency))
  const [paidOn, setPaidOn] = useState<string>(today)
  const [paidBy, setPaidBy] = useState(forOthers ? (payable.paidBy ?? memberId) : memberId)
  const [method, setMethod] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const record = useRecordPayment()
  const paid = usePaidToast()
  const refused = useFieldError(record.error, place)

  const minor = parseAmount(amount, currency)
  const amountProblem = minor === null || minor === 0 ? t('pay.amountProblem') : undefined
  const dateProblem = isCalendarDate(paidOn) ? undefined : t('pay.dateProblem')
  const rest = minor === null ? 0 : outstanding.amount - minor

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (minor === null || minor === 0 || !isCalendarDate(paidOn) || record.isPending) return
    record.mutate(
      {
        id: payable.id,
        amount: { amount: minor, currency },
        paidOn,
        paidBy,
        ...(method === null ? {} : { method }),
      },
      {
        onSuccess: ({ payment }) => {
          onDone()
          paid(payable.subscriptionName, payment)
        },
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <AmountField
        ref={focusFirst}
        label={t('pay.amount')}
        currency={currency}
        value={amount}
        onChange={setAmount}
        error={(sent ? amountProblem : undefined) ?? refused.at('amount')}
        hint={
          amountProblem !== undefined || rest === 0
            ? undefined
            : rest > 0
              ? t('pay.remains', { amount: format.money({ amount: rest, currency }) })
              : t('pay.credit', { amount: format.money({ amount: -rest, currency }) })
        }
      />
      <div className="grid gap-5 min-[30rem]:grid-cols-2">
        {forOthers ? (
          <PayerField label={t('pay.who')} value={paidBy} onChange={setPaidBy} error={refused.at('paidBy')} />
        ) : null}
        <TextField
          type="date"
          label={t('pay.when')}
          max={today}
          value={paidOn}
          onChange={(event) => setPaidOn(event.target.value)}
          error={(sent ? dateProblem : undefined) ?? refused.at('paidOn')}
        />
      </div>
      <MethodChoice value={method} onChange={setMethod} />
      <FormError error={refused.rest} />
      <SheetActions>
        <Button type="submit" busy={record.isPending} className="max-wide:w-full">
          {t('pay.save')}
        </Button>
      </SheetActions>
    </form>
  )
}

/** Records what somebody paid to the provider. */
export const PaymentSheet = ({ payable, onClose }: { payable: Payable | null; onClose: () => void }) => {
  const { t } = useTranslation('money')
  const format = useFormat()
  const shown = useShown(payable)
  if (shown === null) return null
  return (
    <Sheet
      open={payable !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
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
