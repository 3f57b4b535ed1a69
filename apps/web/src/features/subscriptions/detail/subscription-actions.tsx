import { type SubscriptionDetail, useHousehold, useProblemText } from '@streamline/client'
import { needsRecharge, useMayChange, useReactivateSubscription } from '@streamline/client/subscriptions'
import { CircleSlash2, Pencil, ReceiptIndianRupee, RotateCw, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { showToast } from '../../../design/toast-store.ts'
import type { Payable } from '../../billing/payment-form.tsx'
import { useUndoToast } from '../acts/use-undo-toast.ts'
import type { SheetName } from './sheet-name.ts'
import { SubscriptionMenu } from './subscription-menu.tsx'

/** The charge that waits longest for a payment. */
const oldestDue = ({ timeline, name, paidBy }: SubscriptionDetail): Payable | null => {
  for (const { chargeId, state, amount, paid, dueOn, startsOn, endsOn } of timeline) {
    if (chargeId === null || (state !== 'due' && state !== 'overdue' && state !== 'partlyPaid')) continue
    const outstanding = { amount: amount.amount - paid.amount, currency: amount.currency }
    return { id: chargeId, subscriptionName: name, amount, outstanding, dueOn, startsOn, endsOn, paidBy }
  }
  return null
}

export const SubscriptionActions = ({
  subscription,
  onPay,
  onOpen,
}: {
  subscription: SubscriptionDetail
  onPay: (payable: Payable) => void
  onOpen: (sheet: SheetName) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const text = useProblemText()
  const { today, role } = useHousehold()
  const mayChange = useMayChange(subscription)
  const reactivate = useReactivateSubscription()
  const { say } = useUndoToast()
  const { id, revision, name, actions, removedOn } = subscription
  const due = oldestDue(subscription)
  const urgent = needsRecharge(subscription, today)

  return (
    <div className="flex flex-wrap gap-2 max-wide:w-full max-wide:[&>*]:grow">
      {due && role !== 'viewer' ? (
        <Button icon={ReceiptIndianRupee} onClick={() => onPay(due)}>
          {t('action.pay')}
        </Button>
      ) : null}
      {actions.includes('renew') ? (
        <Button
          variant={urgent && !due ? 'primary' : 'secondary'}
          icon={RotateCw}
          onClick={() => onOpen('recharge')}
        >
          {subscription.renewal === 'automatic' ? t('action.restart') : t('action.recharge')}
        </Button>
      ) : null}
      {actions.includes('reactivate') ? (
        <Button
          variant="secondary"
          icon={Undo2}
          busy={reactivate.isPending}
          onClick={() =>
            reactivate.mutate(
              { id, revision },
              {
                onSuccess: (newest) => say(t('reactivated', { name }), newest),
                onError: (error) => showToast(text(error), { tone: 'danger' }),
              },
            )
          }
        >
          {t('action.reactivate')}
        </Button>
      ) : null}
      {mayChange && removedOn === null ? (
        <Button variant="secondary" icon={Pencil} onClick={() => onOpen('edit')}>
          {t('action.change')}
        </Button>
      ) : null}
      {actions.includes('cancel') || actions.includes('cancelNow') ? (
        <Button variant="quiet" icon={CircleSlash2} onClick={() => onOpen('cancel')}>
          {t('action.cancel')}
        </Button>
      ) : null}
      <SubscriptionMenu subscription={subscription} onOpen={onOpen} />
    </div>
  )
}
