import {
  amountText,
  problemOf,
  type Transfer,
  type FormPlaces,
  useFieldError,
  useFormat,
  useHousehold,
} from '@streamline/client'
import {
  dayProblemOf,
  noForeign,
  readSettlement,
  type SettlementDraft,
  type SettlementField,
  useRateInForce,
  useRecordSettlement,
  useSetRate,
} from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { upiLink } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { TextField } from '../../design/field.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Conversion } from './conversion.tsx'
import { CurrencyChoice } from './currency-choice.tsx'
import { MethodChoice } from './method-choice.tsx'
import { ReferenceFields } from './reference-fields.tsx'
import { SameTransferQuestion } from './same-transfer-question.tsx'
import { UpiBox } from './upi-box.tsx'
import { useShown } from '../../design/use-shown.ts'

const places: FormPlaces = {
  fields: ['amount', 'settles', 'settledOn', 'method', 'reference', 'note'],
  codes: {
    'amount-out-of-range': 'amount',
    'date-out-of-range': 'settledOn',
    'missing-rate': 'amount',
    'invalid-rate': 'rate',
  },
}

const useDraft = ({ amount, upi }: Transfer) => {
  const { today } = useHousehold()
  return useState<SettlementDraft>({
    ...noForeign,
    amount: amountText(amount.amount, amount.currency),
    currency: amount.currency,
    settledOn: today,
    method: upi === null ? null : 'upi',
    reference: '',
    note: '',
  })
}

/** Records a transfer; where the rate of its day is new, that is written down first. */
const useSave = ({ from, fromName, to, toName }: Transfer, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const setRate = useSetRate()
  const record = useRecordSettlement()
  const save = async (draft: SettlementDraft, read: Read, another: boolean): Promise<void> => {
    if (read.input === null) return
    if (read.needsRate && read.inForce)
      await setRate.mutateAsync({
        ...read.pair,
        on: read.input.settledOn,
        rate: draft.rate.trim(),
        source: draft.source.trim(),
      })
    await record.mutateAsync({ from, to, ...read.input, ...(another ? { another } : {}) })
    onDone()
    showToast(t('settle.done', { from: fromName, to: toName, amount: format.money(read.input.amount) }))
  }
  return { save, busy: setRate.isPending || record.isPending, error: record.error ?? setRate.error }
}

type Read = ReturnType<typeof readSettlement>

const Form = ({ transfer, onDone }: { transfer: Transfer; onDone: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { today, memberId, currency: home } = useHousehold()
  const { from, fromName, toName, amount: most, upi, upiId } = transfer
  const [draft, setDraft] = useDraft(transfer)
  const [sent, setSent] = useState(false)
  const { save, busy, error } = useSave(transfer, onDone)
  const refused = useFieldError(error, places)
  const set = (change: Partial<SettlementDraft>) => setDraft((typed) => ({ ...typed, ...change }))
  const { currency } = draft
  const known = useRateInForce({ from: currency, to: most.currency, on: draft.settledOn })
  const read = readSettlement(draft, {
    most,
    today,
    home,
    rate: known.data?.rate ?? undefined,
    old: known.data?.old,
    isAsked: known.isLoading,
  })
  const { minor, converted } = read
  const fits = converted !== null && converted > 0 && converted <= most.amount
  const given = minor !== null && minor > 0 && fits ? { amount: minor, currency } : null
  const words: Partial<Record<SettlementField, string>> = {
    amount: t('settle.problem', { amount: format.money(most) }),
    settles: t('settle.problem', { amount: format.money(most) }),
    rate: t('pay.problem.rate'),
    source: t('pay.problem.source'),
    settledOn: t(`pay.problem.${dayProblemOf(draft.settledOn, today) ?? 'paidOn'}`),
  }
  const errorAt = (field: SettlementField): string | undefined =>
    (sent && read.problems.has(field) ? words[field] : undefined) ?? refused.at(field)
  const link = upi ?? rupeesTo(transfer, upiId)
  const told = problemOf(error).likelyTransfer

  const submit = (another = false) => {
    setSent(true)
    // A refusal stands in the form.
    if (!busy) void save(draft, read, another).catch(() => null)
  }

  return (
    <SheetForm
      label={from === memberId ? t('settle.saveMine') : t('settle.save')}
      busy={busy}
      error={told ? null : refused.rest}
      onSubmit={() => submit()}
    >
      <AmountField
        label={t('pay.amount')}
        aside={
          <CurrencyChoice
            value={currency}
            of={most.currency}
            onChange={(other) =>
              set({
                ...noForeign,
                currency: other,
                amount: other === most.currency ? amountText(most.amount, most.currency) : '',
              })
            }
          />
        }
        currency={currency}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        error={errorAt('amount')}
        hint={
          fits && converted < most.amount
            ? t('pay.remains', {
                amount: format.money({ amount: most.amount - converted, currency: most.currency }),
              })
            : t('settle.most', { amount: format.money(most) })
        }
      />
      {read.isForeign && !known.isLoading ? (
        <Conversion
          draft={draft}
          read={read}
          known={known.data?.rate ?? null}
          on={draft.settledOn}
          to={most.currency}
          errorAt={errorAt}
          set={set}
        />
      ) : null}
      {link === null || currency !== 'INR' ? null : <UpiBox link={link} to={toName} amount={given} />}
      <TextField
        type="date"
        label={t('settle.when')}
        max={today}
        value={draft.settledOn}
        onChange={(event) => set({ settledOn: event.target.value })}
        error={errorAt('settledOn')}
      />
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
      <ReferenceFields
        reference={draft.reference}
        note={draft.note}
        error={refused.at('reference') ?? refused.at('note')}
        onChange={set}
      />
      {told ? (
        <SameTransferQuestion
          known={told}
          from={fromName}
          busy={busy}
          onSame={onDone}
          onAnother={() => submit(true)}
        />
      ) : null}
    </SheetForm>
  )
}

/** Rupees for a debt in another currency; how many is told when they are known. */
const rupeesTo = ({ fromName, toName }: Transfer, upiId: string | null): string | null =>
  upiId === null
    ? null
    : upiLink({
        upiId,
        name: toName,
        amount: { amount: 1, currency: 'INR' },
        note: `Streamline, ${fromName}`,
      })

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
