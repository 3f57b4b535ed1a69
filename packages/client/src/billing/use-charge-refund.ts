import { afterRefund, isCalendarDate, type Money } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Charge } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'
import { useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { useRefundCharge } from './charges.queries.ts'
import { draftOfCharge } from './draft-names.ts'
import { dayProblemOf } from './day-problem.ts'
import { useRecordsForOthers } from './records-for-others.ts'

const places: FormPlaces = {
  fields: ['amount', 'receivedBy', 'refundedOn'],
  codes: {
    'amount-out-of-range': 'amount',
    'currency-mismatch': 'amount',
    'unknown-member': 'receivedBy',
    'date-out-of-range': 'refundedOn',
  },
}

/** A refund, as typed. */
interface RefundDraft {
  readonly amount: string
  readonly receivedBy: string
  readonly refundedOn: string
  readonly method: string | null
}

type Facts = Pick<Charge, 'id' | 'subscriptionName' | 'amount' | 'paid' | 'paidBy'>

/**
 * The provider gave money back: to whom, when, and what the charge becomes by it. `credit` is what of it the provider owes back,
 * where only that is asked about.
 */
export const useChargeRefund = (charge: Facts, credit: Money | undefined, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const { id, subscriptionName: name, amount: whole, paid, paidBy } = charge
  const { currency } = whole
  const most = credit ?? paid
  const { draft, set, kept } = useDraft<RefundDraft>(draftOfCharge('refund', id), {
    amount: credit === undefined ? '' : amountText(credit.amount, credit.currency),
    receivedBy: forOthers ? (paidBy ?? memberId) : memberId,
    refundedOn: today,
    method: null,
  })
  const [sent, setSent] = useState(false)
  const refund = useRefundCharge()
  const refused = useFieldError(refund.error, places)
  const dayProblem = dayProblemOf(draft.refundedOn, today)
  const minor = parseAmount(draft.amount, currency)
  const fits = minor !== null && minor > 0 && minor <= most.amount
  const after =
    fits && credit === undefined ? afterRefund({ amount: whole.amount, paid: paid.amount }, minor) : null
  const problems: Partial<Record<keyof RefundDraft, string>> = {
    ...(fits ? {} : { amount: t('refund.problem', { amount: format.money(most) }) }),
    ...(dayProblem === null ? {} : { refundedOn: t(`pay.problem.${dayProblem}`) }),
  }
  return {
    currency,
    draft,
    set,
    kept,
    /** Members record only what they got themselves. */
    asksWho: forOthers,
    hint:
      after !== null && after.amount !== whole.amount
        ? t('refund.becomes', { amount: format.money({ amount: after.amount, currency }) })
        : credit === undefined
          ? t('refund.hint')
          : t('credit.most', { amount: format.money(credit) }),
    errorAt: (field: keyof RefundDraft): string | undefined =>
      (sent ? problems[field] : undefined) ?? refused.at(field),
    rest: refused.rest,
    busy: refund.isPending,
    submit: (): void => {
      setSent(true)
      const { receivedBy, refundedOn, method } = draft
      if (!fits || dayProblem !== null || !isCalendarDate(refundedOn)) return
      const amount = { amount: minor, currency }
      refund.mutate(
        { id, amount, receivedBy, refundedOn, ...(method === null ? {} : { method }) },
        {
          onSuccess: () => {
            onDone()
            showToast(t('refund.done', { name, amount: format.money(amount) }))
          },
        },
      )
    },
  }
}
