import {
  amountText,
  parseAmount,
  problemOf,
  type Transfer,
  type FormPlaces,
  useFieldError,
  useFormat,
  useHousehold,
} from '@streamline/client'
import { useRecordSettlement } from '@streamline/client/billing'
import { isCalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { TextField } from '../../design/field.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { showToast } from '../../design/toast-store.ts'
import { MethodChoice } from './method-choice.tsx'
import { ReferenceFields } from './reference-fields.tsx'
import { SameTransferQuestion } from './same-transfer-question.tsx'
import { UpiBox } from './upi-box.tsx'
import { useShown } from '../../design/use-shown.ts'

const places: FormPlaces = {
  fields: ['amount', 'settledOn', 'method', 'reference', 'note'],
  codes: { 'amount-out-of-range': 'amount', 'date-out-of-range': 'settledOn' },
}

const Form = ({ transfer, onDone }: { transfer: Transfer; onDone: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { today, memberId } = useHousehold()
  const { from, fromName, to, toName, amount: most, upi } = transfer
  const { currency } = most
  const [amount, setAmount] = useState(amountText(most.amount, currency))
  const [settledOn, setSettledOn] = useState<string>(today)
  const [method, setMethod] = useState<string | null>(upi === null ? null : 'upi')
  const [texts, setTexts] = useState({ reference: '', note: '' })
  const [sent, setSent] = useState(false)
  const record = useRecordSettlement()
  const refused = useFieldError(record.error, places)
  const minor = parseAmount(amount, currency)
  const fits = minor !== null && minor > 0 && minor <= most.amount
  const money = fits ? { amount: minor, currency } : null

  const known = problemOf(record.error).likelyTransfer

  const submit = (another = false) => {
    setSent(true)
    if (money === null || !isCalendarDate(settledOn)) return
    record.mutate(
      {
        from,
        to,
        amount: money,
        settledOn,
        ...(another ? { another } : {}),
        ...(method === null ? {} : { method }),
        ...(texts.reference.trim() === '' ? {} : { reference: texts.reference.trim() }),
        ...(texts.note.trim() === '' ? {} : { note: texts.note.trim() }),
      },
      {
        onSuccess: () => {
          onDone()
          showToast(t('settle.done', { from: fromName, to: toName, amount: format.money(money) }))
        },
      },
    )
  }

  return (
    <SheetForm
      label={from === memberId ? t('settle.saveMine') : t('settle.save')}
      busy={record.isPending}
      error={known ? null : refused.rest}
      onSubmit={() => submit()}
    >
      <AmountField
        label={t('pay.amount')}
        currency={currency}
        value={amount}
        onChange={setAmount}
        error={
          (sent && !fits ? t('settle.problem', { amount: format.money(most) }) : undefined) ??
          refused.at('amount')
        }
        hint={
          money !== null && money.amount < most.amount
            ? t('pay.remains', { amount: format.money({ amount: most.amount - money.amount, currency }) })
            : t('settle.most', { amount: format.money(most) })
        }
      />
      {upi === null ? null : <UpiBox link={upi} to={toName} amount={money} />}
      <TextField
        type="date"
        label={t('settle.when')}
        max={today}
        value={settledOn}
        onChange={(event) => setSettledOn(event.target.value)}
        error={
          (sent && !isCalendarDate(settledOn) ? t('pay.problem.paidOn') : undefined) ??
          refused.at('settledOn')
        }
      />
      <MethodChoice value={method} onChange={setMethod} />
      <ReferenceFields
        {...texts}
        error={refused.at('reference') ?? refused.at('note')}
        onChange={(change) => setTexts((typed) => ({ ...typed, ...change }))}
      />
      {known ? (
        <SameTransferQuestion
          known={known}
          from={fromName}
          busy={record.isPending}
          onSame={onDone}
          onAnother={() => submit(true)}
        />
      ) : null}
    </SheetForm>
  )
}

/** One transfer between two people, given outside and recorded here. */
export const SettleSheet = ({ transfer, onClose }: { transfer: Transfer | null; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const shown = useShown(transfer)
  if (shown === null) return null
  const { fromName, toName, amount } = shown
  return (
    <Sheet
      open={transfer !== null}
      onClose={onClose}
      title={t('settle.title', { from: fromName, to: toName })}
      lead={t('settle.lead', { amount: format.money(amount) })}
    >
      <Form key={`${shown.from} ${shown.to}`} transfer={shown} onDone={onClose} />
    </Sheet>
  )
}
