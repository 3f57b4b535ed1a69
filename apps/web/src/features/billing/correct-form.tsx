import { amountText, parseAmount, type FormPlaces, useFieldError, useFormat } from '@streamline/client'
import { useCorrectCharge } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import type { ChargeTaskProps } from './charge-detail.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'

const places: FormPlaces = {
  fields: ['amount', 'reason'],
  codes: { 'amount-out-of-range': 'amount', 'currency-mismatch': 'amount' },
}

/** What the provider really billed for this period, and why it differs. */
export const CorrectForm = ({ charge, onDone }: ChargeTaskProps) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { amount: before, paid } = charge
  const { currency } = before
  const [amount, setAmount] = useState(amountText(before.amount, currency))
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState(false)
  const correct = useCorrectCharge()
  const refused = useFieldError(correct.error, places)
  const minor = parseAmount(amount, currency)
  const isSame = minor === before.amount
  const tooMuch = minor === null ? 0 : paid.amount - minor

  const submit = () => {
    setSent(true)
    if (minor === null || isSame || reason.trim() === '') return
    correct.mutate(
      { id: charge.id, amount: { amount: minor, currency }, reason: reason.trim() },
      {
        onSuccess: () => {
          onDone()
          showToast(
            t('correct.done', {
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
      label={t('correct.save')}
      busy={correct.isPending}
      error={refused.rest}
      back={{ label: t('charge.back'), onBack: onDone }}
      onSubmit={submit}
    >
      <AmountField
        ref={focusFirst}
        label={t('correct.amount')}
        currency={currency}
        value={amount}
        onChange={setAmount}
        error={
          (sent && minor === null
            ? t('correct.problem.amount')
            : sent && isSame
              ? t('correct.problem.same')
              : undefined) ?? refused.at('amount')
        }
        hint={
          tooMuch > 0
            ? t('correct.credit', { amount: format.money({ amount: tooMuch, currency }) })
            : t('correct.hint', { amount: format.money(before) })
        }
      />
      <TextField
        label={t('correct.reason')}
        placeholder={t('correct.reasonHint')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={
          (sent && reason.trim() === '' ? t('correct.problem.reason') : undefined) ?? refused.at('reason')
        }
      />
    </SheetForm>
  )
}
