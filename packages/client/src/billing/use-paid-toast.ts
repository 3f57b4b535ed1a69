import { useTranslation } from 'react-i18next'
import type { Payment } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { usePeople } from '../households/people.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useReversePayment } from './charges.queries.ts'

type Made = Pick<Payment, 'id' | 'amount' | 'paidBy' | 'payers'>

/** Says that it was paid, with a way back: taking a payment back is part of the history like any other entry. */
export const usePaidToast = () => {
  const { t } = useTranslation(['verbs', 'app'])
  const format = useFormat()
  const { isYou, nameOf } = usePeople()
  const reverse = useReversePayment()

  const takeBack = async (payments: readonly Pick<Made, 'id'>[], done: string): Promise<void> => {
    try {
      for (const { id } of payments) await reverse.mutateAsync({ id })
      showToast(done)
    } catch {
      showToast(t('undoFailed'), { tone: 'danger' })
    }
  }

  // The sheet is gone when somebody presses, so the answer is waited for here and not by the form.
  const say = (text: string, payments: readonly Pick<Made, 'id'>[], done: string) =>
    showToast(text, {
      action: { label: t('app:actions.undo'), run: () => void takeBack(payments, done) },
    })

  return {
    one: (name: string, payment: Made) => {
      const { paidBy, payers } = payment
      const amount = format.money(payment.amount)
      const other = paidBy !== null && payers.length === 1 && !isYou(paidBy) ? paidBy : null
      const text =
        other === null ? t('paid', { name, amount }) : t('paidBy', { name, amount, payer: nameOf(other) })
      say(text, [payment], t('unpaid', { name }))
    },
    several: (payments: readonly Pick<Made, 'id'>[]) =>
      say(t('several', { count: payments.length }), payments, t('severalUnpaid', { count: payments.length })),
  }
}
