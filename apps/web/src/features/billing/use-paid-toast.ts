import { type Charge, useFormat } from '@streamline/client'
import { useReversePayment } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../design/toast-store.ts'

interface Made {
  readonly id: string
  readonly amount: Charge['amount']
}

/** Says that it was paid, with a way back: taking a payment back is part of the history like any other entry. */
export const usePaidToast = () => {
  const { t } = useTranslation(['billing', 'app'])
  const format = useFormat()
  const reverse = useReversePayment()

  const takeBack = async (payments: readonly Made[], done: string): Promise<void> => {
    try {
      for (const { id } of payments) await reverse.mutateAsync({ id })
      showToast(done)
    } catch {
      showToast(t('pay.undoFailed'), { tone: 'danger' })
    }
  }

  // The sheet is gone when somebody presses, so the answer is waited for here and not by the form.
  const say = (text: string, payments: readonly Made[], done: string) =>
    showToast(text, {
      action: { label: t('app:actions.undo'), run: () => void takeBack(payments, done) },
    })

  return {
    one: (name: string, payment: Made) =>
      say(
        t('pay.done', { name, amount: format.money(payment.amount) }),
        [payment],
        t('pay.undone', { name }),
      ),
    several: (payments: readonly Made[]) =>
      say(
        t('several.done', { count: payments.length }),
        payments,
        t('several.undone', { count: payments.length }),
      ),
  }
}
