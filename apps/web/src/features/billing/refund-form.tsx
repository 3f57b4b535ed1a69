import {
  amountText,
  parseAmount,
  type FormPlaces,
  useFieldError,
  useFormat,
  useHousehold,
} from '@streamline/client'
import { dayProblemOf, useRefundCharge, useRecordsForOthers } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { afterRefund, isCalendarDate, type Money } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import type { ChargeTaskProps } from './charge-detail.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PayerField } from './payer-field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'

const places: FormPlaces = {
  fields: ['amount', 'receivedBy', 'refundedOn'],
  codes: {
    'amount-out-of-range': 'amount',
    'currency-mismatch': 'amount',
    'unknown-member': 'receivedBy',
    'date-out-of-range': 'refundedOn',
  },
}

/** The provider gave money back: to whom, when, and what the charge becomes by it. */
export const RefundForm = ({
  charge,
  credit,
  onDone,
}: ChargeTaskProps & {
  /** What of it the provider owes back, where only that is asked about. */
  credit?: Money | undefined
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const { currency } = charge.amount
  const most = credit ?? charge.paid
  const [amount, setAmount] = useState(credit === undefined ? '' : amountText(credit.amount, credit.currency))
  const [receivedBy, setReceivedBy] = useState(forOthers ? (charge.paidBy ?? memberId) : memberId)
  const [refundedOn, setRefundedOn] = useState<string>(today)
  const dayProblem = dayProblemOf(refundedOn, today)
  const [method, setMethod] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const refund = useRefundCharge()
  const refused = useFieldError(refund.error, places)
  const minor = parseAmount(amount, currency)
  const fits = minor !== null && minor > 0 && minor <= most.amount
  const after =
    fits && credit === undefined
      ? afterRefund({ amount: charge.amount.amount, paid: charge.paid.amount }, minor)
      : null

  const submit = () => {
    setSent(true)
    if (!fits || dayProblem !== null || !isCalendarDate(refundedOn)) return
    refund.mutate(
      {
        id: charge.id,
        amount: { amount: minor, currency },
        receivedBy,
        refundedOn,
        ...(method === null ? {} : { method }),
      },
      {
        onSuccess: () => {
          onDone()
          showToast(
            t('refund.done', {
              name: charge.subscriptionName,
              amount: format.money({ amount: minor, currency }),
            }),
          )
        },
      },
    )
  }

  return (
    <SheetForm
      label={t('refund.save')}
      busy={refund.isPending}
      error={refused.rest}
      {...(credit === undefined ? { back: { label: t('charge.back'), onBack: onDone } } : {})}
      onSubmit={submit}
    >
      <AmountField
        ref={focusFirst}
        label={t('refund.amount')}
        currency={currency}
        value={amount}
        onChange={setAmount}
        error={
          (sent && !fits ? t('refund.problem', { amount: format.money(most) }) : undefined) ??
          refused.at('amount')
        }
        hint={
          after !== null && after.amount !== charge.amount.amount
            ? t('refund.becomes', { amount: format.money({ amount: after.amount, currency }) })
            : credit === undefined
              ? t('refund.hint')
              : t('credit.most', { amount: format.money(credit) })
        }
      />
      <div className="grid gap-5 min-[30rem]:grid-cols-2">
        {forOthers ? (
          <PayerField
            label={t('refund.who')}
            value={receivedBy}
            onChange={setReceivedBy}
            error={refused.at('receivedBy')}
          />
        ) : null}
        <TextField
          type="date"
          label={t('refund.when')}
          max={today}
          value={refundedOn}
          onChange={(event) => setRefundedOn(event.target.value)}
          error={
            (sent && dayProblem !== null ? t(`pay.problem.${dayProblem}`) : undefined) ??
            refused.at('refundedOn')
          }
        />
      </div>
      <MethodChoice value={method} onChange={setMethod} />
    </SheetForm>
  )
}
