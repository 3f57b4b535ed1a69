import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHousehold } from '../client-context.tsx'
import { amountText } from '../format/amount-text.ts'
import { usePeople } from '../households/people.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { useRecordPayment } from './charges.queries.ts'
import { dayProblemOf } from './day-problem.ts'
import { noForeign } from './foreign.ts'
import type { Payable } from './payable.ts'
import { readPayment, type PaymentDraft, type PaymentField } from './payment-draft.ts'
import { useRecordsForOthers } from './records-for-others.ts'
import { useRateInForce, useSetRate } from './settlements.queries.ts'
import { usePaidToast } from './use-paid-toast.ts'

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

/** What is open of a charge, paid today by who usually pays; members record only what they pay themselves. */
export const useFirstPayment = ({ outstanding, paidBy }: Payable): PaymentDraft => {
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  return {
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
  }
}

/** In another currency; an amount that was typed for the one before means nothing in it. */
export const inCurrency = ({ outstanding }: Pick<Payable, 'outstanding'>, currency: string) => ({
  currency,
  parts: {},
  ...noForeign,
  amount: currency === outstanding.currency ? amountText(outstanding.amount, outstanding.currency) : '',
})

type Read = ReturnType<typeof readPayment>

/** Records a payment; where the rate of its day is new, that is written down first. */
const useSave = (payable: Payable, onDone: () => void) => {
  const setRate = useSetRate()
  const record = useRecordPayment()
  const paid = usePaidToast()
  const save = async (draft: PaymentDraft, read: Read): Promise<void> => {
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
  return { save, busy: setRate.isPending || record.isPending, error: record.error ?? setRate.error }
}

/** A payment that is being typed: what it comes to, what is wrong with it, and recording it. */
export const usePaymentForm = (payable: Payable, draft: PaymentDraft, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const { today, currency: home } = useHousehold()
  const { members } = usePeople()
  const [sent, setSent] = useState(false)
  const { save, busy, error } = useSave(payable, onDone)
  const refused = useFieldError(error, places)
  const { outstanding } = payable
  const known = useRateInForce({ from: draft.currency, to: outstanding.currency, on: draft.paidOn })
  const read = readPayment(draft, {
    outstanding,
    members: members.map(({ id }) => id),
    today,
    home,
    rate: known.data?.rate ?? undefined,
    old: known.data?.old,
    isAsked: known.isLoading,
  })
  const errorAt = (field: PaymentField | 'paidBy' | 'reference' | 'note'): string | undefined => {
    if (field === 'reference' || field === 'note') return refused.at(field)
    const problem = sent && field !== 'paidBy' && read.problems.has(field)
    return problem
      ? t(`pay.problem.${(field === 'paidOn' ? dayProblemOf(draft.paidOn, today) : null) ?? field}`)
      : refused.at(field === 'parts' ? 'payers' : field)
  }
  return {
    read,
    /** The rate of the household for that day; null while it has none. */
    rate: known.data?.rate ?? null,
    /** What it counts as is told once it is known whether there is a rate. */
    isConverted: read.isForeign && !known.isLoading,
    errorAt,
    rest: refused.rest,
    busy,
    submit: (): void => {
      setSent(true)
      // A refusal stands in the form.
      if (!busy) void save(draft, read).catch(() => null)
    },
  }
}
