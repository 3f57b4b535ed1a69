import { useTranslation } from 'react-i18next'
import type { HistoryEntry, Payment } from '../answers.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { draftOfTakingBack } from './draft-names.ts'
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

const places: FormPlaces = { fields: ['reason'], codes: {} }

/** A question is answered with one press, so what was typed is not asked about: it waits. */
const useReason = (id: string, error: unknown) => {
  const { draft, set, kept } = useDraft(draftOfTakingBack(id), { reason: '' }, true)
  const refused = useFieldError(error, places)
  return {
    kept,
    reason: draft.reason,
    setReason: (reason: string): void => set({ reason }),
    reasonError: refused.at('reason'),
    refused: refused.rest,
  }
}

/** Takes a wrong payment or refund back, after a question: it changes what people owe each other. */
export const useTakingBack = ({ id, name, amount, paidOn }: Reversible, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const reverse = useReversePayment()
  const { kept, refused, ...told } = useReason(id, reverse.error)
  return {
    title: t('reverse.title', {
      amount: format.money({ ...amount, amount: Math.abs(amount.amount) }),
      name,
    }),
    text: t(amount.amount < 0 ? 'reverse.refundText' : 'reverse.text', { date: format.shortDate(paidOn) }),
    ...told,
    error: refused,
    busy: reverse.isPending,
    submit: (): void =>
      reverse.mutate(
        { id, ...because(told.reason) },
        {
          onSuccess: () => {
            kept.forget()
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
  const undo = useUndoSettlement()
  const { kept, refused, ...told } = useReason(id, undo.error)
  return {
    ...told,
    error: refused,
    busy: undo.isPending,
    submit: (): void =>
      undo.mutate(
        { id, ...because(told.reason) },
        {
          onSuccess: () => {
            kept.forget()
            onDone()
            showToast(t('settle.undone'))
          },
        },
      ),
  }
}
