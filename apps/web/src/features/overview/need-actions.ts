import { type Need, useFormat, useHousehold, useProblemText } from '@streamline/client'
import { useRecordPayment, useRecordsForOthers, useReversePayment } from '@streamline/client/billing'
import { useActSubscription, useRenewSubscription } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../design/toast-store.ts'
import { useUndoToast } from '../subscriptions/acts/use-undo-toast.ts'

/**
 * What can be done about a need without leaving Home. It lives above the rows, because a row is gone as soon as
 * its need is met.
 */
export const useNeedActions = () => {
  const { t } = useTranslation('overview')
  const undoLabel = useTranslation('app').t('actions.undo')
  const format = useFormat()
  const { memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const problemText = useProblemText()
  const record = useRecordPayment()
  const reverse = useReversePayment()
  const renew = useRenewSubscription()
  const act = useActSubscription()
  const { say } = useUndoToast()
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())

  const during = async (key: string, work: () => Promise<void>): Promise<void> => {
    setBusy((known) => new Set([...known, key]))
    try {
      await work()
    } catch (error) {
      showToast(problemText(error), { tone: 'danger' })
    } finally {
      setBusy((known) => new Set([...known].filter((other) => other !== key)))
    }
  }

  const takeBack = (paymentId: string, name: string): Promise<void> =>
    during(paymentId, async () => {
      await reverse.mutateAsync({ id: paymentId })
      showToast(t('needs.unpaid', { name }))
    })

  const pay = (chargeId: string, name: string): Promise<void> =>
    during(chargeId, async () => {
      const { payment } = await record.mutateAsync({ id: chargeId })
      showToast(t('needs.paid', { name, money: format.money(payment.amount) }), {
        action: { label: undoLabel, run: () => void takeBack(payment.id, name) },
      })
    })

  /** The recharge was made and paid today, at the price known. */
  const recharge = ({ subscriptionId, name }: Need): Promise<void> =>
    during(subscriptionId, async () => {
      const newest = await renew.mutateAsync({
        id: subscriptionId,
        // Members record only what they pay themselves.
        payment: forOthers ? {} : { paidBy: memberId },
      })
      say(t('needs.recharged', { name }), newest)
    })

  /** A stopped pack that nobody goes on with. */
  const drop = ({ subscriptionId, name }: Need): Promise<void> =>
    during(subscriptionId, async () => {
      const newest = await act.mutateAsync({ id: subscriptionId, act: { kind: 'end' } })
      say(t('needs.dropped', { name }), newest)
    })

  return { pay, recharge, drop, isBusy: (key: string | null): boolean => key !== null && busy.has(key) }
}

export type NeedActions = ReturnType<typeof useNeedActions>
