import { upiLink, upiLinkFor, type Money } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transfer } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { amountText } from '../format/amount-text.ts'
import { useFormat } from '../format/format.ts'
import { problemOf } from '../problem.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { draftOfTransfer } from './draft-names.ts'
import { dayProblemOf } from './day-problem.ts'
import { noForeign } from './foreign.ts'
import { readSettlement, type SettlementDraft, type SettlementField } from './settlement-draft.ts'
import { useRateInForce, useRecordSettlement, useSetRate } from './settlements.queries.ts'

const places: FormPlaces = {
  fields: ['amount', 'settles', 'settledOn', 'method', 'reference', 'note'],
  codes: {
    'amount-out-of-range': 'amount',
    'date-out-of-range': 'settledOn',
    'missing-rate': 'amount',
    'invalid-rate': 'rate',
  },
}

type Read = ReturnType<typeof readSettlement>

/** Rupees for a debt in another currency; how many is told when they are known. */
const rupeesTo = ({ fromName, toName, upiId }: Transfer): string | null =>
  upiId === null
    ? null
    : upiLink({
        upiId,
        name: toName,
        amount: { amount: 1, currency: 'INR' },
        note: `Streamline, ${fromName}`,
      })

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

/** What is owed, given today, by UPI where the receiver keeps an address for it. */
const useFirstSettlement = ({ amount, upi }: Transfer): SettlementDraft => ({
  ...noForeign,
  amount: amountText(amount.amount, amount.currency),
  currency: amount.currency,
  settledOn: useHousehold().today,
  method: upi === null ? null : 'upi',
  reference: '',
  note: '',
})

/** A transfer that is being typed: what it settles, how it can be paid, what is wrong with it, and recording it. */
export const useSettlementForm = (transfer: Transfer, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { today, currency: home } = useHousehold()
  const { amount: most, upi } = transfer
  const first = useFirstSettlement(transfer)
  const { draft, set, kept } = useDraft(draftOfTransfer(transfer), first)
  const [sent, setSent] = useState(false)
  const { save, busy, error } = useSave(transfer, onDone)
  const refused = useFieldError(error, places)
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
  const given: Money | null = minor !== null && minor > 0 && fits ? { amount: minor, currency } : null
  const words: Partial<Record<SettlementField, string>> = {
    amount: t('settle.problem', { amount: format.money(most) }),
    settles: t('settle.problem', { amount: format.money(most) }),
    rate: t('pay.problem.rate'),
    source: t('pay.problem.source'),
    settledOn: t(`pay.problem.${dayProblemOf(draft.settledOn, today) ?? 'paidOn'}`),
  }
  const errorAt = (field: SettlementField | 'reference' | 'note'): string | undefined =>
    field === 'reference' || field === 'note'
      ? refused.at(field)
      : ((sent && read.problems.has(field) ? words[field] : undefined) ?? refused.at(field))
  const link = currency === 'INR' ? (upi ?? rupeesTo(transfer)) : null
  /** The one that is recorded already, where this may be the same. */
  const told = problemOf(error).likelyTransfer
  return {
    draft,
    set,
    kept,
    read,
    rate: known.data?.rate ?? null,
    isConverted: read.isForeign && !known.isLoading,
    /** What stays open, or how much there is to give. */
    hint:
      fits && converted < most.amount
        ? t('pay.remains', {
            amount: format.money({ amount: most.amount - converted, currency: most.currency }),
          })
        : t('settle.most', { amount: format.money(most) }),
    /** By UPI: `address` opens any of its apps, once an amount is typed that can be given. Null where there is no such way. */
    upi: link === null ? null : { address: given === null ? null : upiLinkFor(link, given), given },
    told,
    errorAt,
    rest: told ? null : refused.rest,
    busy,
    inCurrency: (other: string): void =>
      set({
        ...noForeign,
        currency: other,
        amount: other === most.currency ? amountText(most.amount, most.currency) : '',
      }),
    submit: (another = false): void => {
      setSent(true)
      // A refusal stands in the form.
      if (!busy) void save(draft, read, another).catch(() => null)
    },
  }
}

export type SettlementForm = ReturnType<typeof useSettlementForm>
