import { amountText, parseAmount, type FormPlaces, type Payment, useFieldError } from '@streamline/client'
import { useDenyDebit } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { ChoiceChips } from '../../design/choice-chips.tsx'
import { FormError } from '../../design/error-state.tsx'
import { PayerField } from './payer-field.tsx'

const places: FormPlaces = {
  fields: ['amount', 'paidBy'],
  codes: { 'amount-out-of-range': 'amount', 'currency-mismatch': 'amount', 'unknown-member': 'paidBy' },
}

export type Deniable = Pick<Payment, 'id' | 'amount' | 'paidBy'> & { name: string }

type Because = 'failed' | 'otherAmount' | 'somebodyElse'

/** What became of a debit that was taken as paid: in place, below the row it is about. */
export const DenyForm = ({ debit, onDone }: { debit: Deniable; onDone: () => void }) => {
  const { t } = useTranslation('billing')
  const { members, several } = usePeople()
  const { id, name, amount: booked } = debit
  const [because, setBecause] = useState<Because>('failed')
  const [amount, setAmount] = useState(amountText(booked.amount, booked.currency))
  const [paidBy, setPaidBy] = useState(members.find((member) => member.id !== debit.paidBy)?.id ?? '')
  const [sent, setSent] = useState(false)
  const deny = useDenyDebit()
  const refused = useFieldError(deny.error, places)
  const minor = parseAmount(amount, booked.currency)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (deny.isPending || (because === 'otherAmount' && (minor === null || minor === 0))) return
    const said = {
      failed: {},
      otherAmount: { amount: { amount: minor ?? 0, currency: booked.currency } },
      somebodyElse: { paidBy },
    }[because]
    deny.mutate(
      { id, because, ...said },
      {
        onSuccess: () => {
          onDone()
          showToast(t('deny.done', { name }))
        },
      },
    )
  }

  const choices = (['failed', 'otherAmount', 'somebodyElse'] as const).filter(
    (choice) => several || choice !== 'somebodyElse',
  )
  return (
    <form onSubmit={submit} noValidate className="space-y-4 rounded-control bg-sunken p-4 text-ink">
      <ChoiceChips
        label={t('deny.title')}
        value={because}
        options={choices.map((value) => ({ value, label: t(`deny.${value}`) }))}
        onChange={setBecause}
      />
      {because === 'failed' ? <p className="text-sm text-muted">{t('deny.failedHint')}</p> : null}
      {because === 'otherAmount' ? (
        <AmountField
          label={t('deny.amount')}
          currency={booked.currency}
          value={amount}
          onChange={setAmount}
          error={
            (sent && (minor === null || minor === 0) ? t('deny.problemAmount') : undefined) ??
            refused.at('amount')
          }
        />
      ) : null}
      {because === 'somebodyElse' ? (
        <PayerField label={t('deny.who')} value={paidBy} onChange={setPaidBy} error={refused.at('paidBy')} />
      ) : null}
      <FormError error={refused.rest} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" busy={deny.isPending}>
          {t('deny.save')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          {t('deny.cancel')}
        </Button>
      </div>
    </form>
  )
}
