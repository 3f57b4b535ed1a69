import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry, Payment } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useReversePayment } from './charges.queries.ts'
import { useUndoSettlement } from './settlements.queries.ts'

export type Reversible = Pick<Payment, 'id' | 'amount' | 'paidOn'> & { name: string }

/** What can be taken back of an entry of the history; null where it is no payment. */
export const reversibleOf = ({ paymentId, amount, on, subscription }: HistoryEntry): Reversible | null =>
  paymentId === null || amount === null || subscription === null
    ? null
    : { id: paymentId, amount, paidOn: on, name: subscription.name }

const because = (reason: string): { reason?: string } =>
  reason.trim() === '' ? {} : { reason: reason.trim() }

/** Takes a wrong payment or refund back, after a question: it changes what people owe each other. */
export const useTakingBack = ({ id, name, amount, paidOn }: Reversible, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const [reason, setReason] = useState('')
  const reverse = useReversePayment()
  return {
    title: t('reverse.title', {
      amount: format.money({ ...amount, amount: Math.abs(amount.amount) }),
      name,
    }),
    text: t(amount.amount < 0 ? 'reverse.refundText' : 'reverse.text', { date: format.shortDate(paidOn) }),
    reason,
    setReason,
    error: reverse.error,
    busy: reverse.isPending,
    submit: (): void =>
      reverse.mutate(
        { id, ...because(reason) },
        {
          onSuccess: () => {
            onDone()
            showToast(t('reverse.done', { name }))
          },
        },
      ),
  }
}

/** A settlement that did not happen: the debt is there again, after a question. */
export const useSettlementUndone = (id: string, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const [reason, setReason] = useState('')
  const undo = useUndoSettlement()
  return {
    reason,
    setReason,
    error: undo.error,
    busy: undo.isPending,
    submit: (): void =>
      undo.mutate(
        { id, ...because(reason) },
        {
          onSuccess: () => {
            onDone()
            showToast(t('settle.undone'))
          },
        },
      ),
  }
}
