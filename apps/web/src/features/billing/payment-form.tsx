import { amountText, type FormPlaces, useFieldError, useFormat, useHousehold } from '@streamline/client'
import {
  type Payable,
  type PaymentDraft,
  type PaymentField,
  dayProblemOf,
  noForeign,
  readPayment,
  usePaidToast,
  useRateInForce,
  useRecordPayment,
  useRecordsForOthers,
  useSetRate,
} from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { CheckField } from '../../design/check-field.tsx'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import { useKeptDraft } from '../../design/kept-draft.ts'
import { RestoredNote } from '../../design/restored-note.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Conversion } from './conversion.tsx'
import { draftOfPayment } from './draft-of-payment.ts'
import { CurrencyChoice } from './currency-choice.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PaidByFields } from './paid-by-fields.tsx'
import { ReferenceFields } from './reference-fields.tsx'

const places: FormPlaces = {
  fields: ['amount', 'settles', 'paidOn', 'paidBy', 'payers', 'method', 'reference', 'note'],
  codes: {
    'amount-out-of-range': 'amount',
    'currency-mismatch': 'amount',
    'date-out-of-range': 'paidOn',
    'unknown-member': 'paidBy',
    'invalid-split': 'payers',
    'invalid-rate': 'rate',
    // Where the rate stands is not on screen while it is still asked for.
    'missing-rate': 'amount',
    'old-rate': 'amount',
  },
}

const useDraft = ({ id, outstanding, paidBy }: Payable) => {
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  return useKeptDraft<PaymentDraft>(draftOfPayment(id), {
    amount: amountText(outstanding.amount, outstanding.currency),
    currency: outstanding.currency,
    paidOn: today,
    several: false,
    paidBy: forOthers ? (paidBy ?? memberId) : memberId,
    parts: {},
    method: null,
    reference: '',
    note: '',
    overpayment: false,
    ...noForeign,
  })
}

/** Records a payment; where the rate of its day is new, that is written down first. */
const useSave = (payable: Payable, onDone: () => void) => {
  const setRate = useSetRate()
  const record = useRecordPayment()
  const paid = usePaidToast()
  const save = async (draft: PaymentDraft, read: ReturnType<typeof readPayment>): Promise<void> => {
    if (read.input === null) return
    if (read.needsRate && read.inForce)
      await setRate.mutateAsync({
        ...read.pair,
        on: read.input.paidOn,
        rate: draft.rate.trim(),
        source: draft.source.trim(),
      })
    const recorded = await record.mutateAsync({ id: payable.id, ...read.input })
    onDone()
    if (recorded !== null) paid.one(payable.subscriptionName, recorded.payment)
  }
  return {
    save,
    busy: setRate.isPending || record.isPending,
    error: record.error ?? setRate.error,
  }
}

export const PaymentForm = ({ payable, onDone }: { payable: Payable; onDone: () => void }) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const format = useFormat()
  const { today, currency: home } = useHousehold()
  const { members } = usePeople()
  const forOthers = useRecordsForOthers()
  const { form: draft, setForm: setDraft, isRestored, startOver, forget } = useDraft(payable)
  const [sent, setSent] = useState(false)
  const { save, busy, error } = useSave(payable, () => {
    forget()
    onDone()
  })
  const refused = useFieldError(error, places)
  const { outstanding } = payable
  const { currency } = draft
  const set = (change: Partial<PaymentDraft>) => setDraft((known) => ({ ...known, ...change }))
  const known = useRateInForce({ from: currency, to: outstanding.currency, on: draft.paidOn })
  const read = readPayment(draft, {
    outstanding,
    members: members.map(({ id }) => id),
    today,
    home,
    rate: known.data?.rate ?? undefined,
    old: known.data?.old,
    isAsked: known.isLoading,
  })
  const { beyond, problems } = read
  const owed = (amount: number) => format.money({ amount, currency: outstanding.currency })
  const errorAt = (field: PaymentField | 'paidBy'): string | undefined =>
    (sent && field !== 'paidBy' && problems.has(field)
      ? t(`pay.problem.${(field === 'paidOn' ? dayProblemOf(draft.paidOn, today) : null) ?? field}`)
      : undefined) ?? refused.at(field === 'parts' ? 'payers' : field)

  const submit = () => {
    setSent(true)
    // A refusal stands in the form.
    if (!busy) void save(draft, read).catch(() => null)
  }

  return (
    <SheetForm label={t('verbs:markPaid')} busy={busy} error={refused.rest} onSubmit={submit}>
      {isRestored ? <RestoredNote onStartOver={startOver} /> : null}
      <AmountField
        ref={focusFirst}
        label={t('pay.amount')}
        aside={
          <CurrencyChoice
            value={currency}
            of={outstanding.currency}
            onChange={(other) =>
              set({
                currency: other,
                parts: {},
                ...noForeign,
                amount:
                  other === outstanding.currency ? amountText(outstanding.amount, outstanding.currency) : '',
              })
            }
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
      {read.isForeign && !known.isLoading ? (
        <Conversion
          draft={draft}
          read={read}
          known={known.data?.rate ?? null}
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
      <ReferenceFields
        reference={draft.reference}
        note={draft.note}
        error={refused.at('reference') ?? refused.at('note')}
        onChange={set}
      />
    </SheetForm>
  )
}
