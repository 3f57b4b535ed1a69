import { type SubscriptionDetail, useHousehold, useProblemText } from '@streamline/client'
import {
  needsRecharge,
  useMayChange,
  useReactivateSubscription,
  useRechargeNow,
  useUndoToast,
} from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { type Payable, duePayment, useMarkPaid } from '@streamline/client/billing'
import { Check, CircleSlash2, Pencil, RefreshCw, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../design/act-button.tsx'
import { Button } from '../../../design/button.tsx'
import type { SheetName } from './sheet-name.ts'
import { SubscriptionMenu } from './subscription-menu.tsx'

export const SubscriptionActions = ({
  subscription,
  onPay,
  onOpen,
}: {
  subscription: SubscriptionDetail
  onPay: (payable: Payable) => void
  onOpen: (sheet: SheetName) => void
}) => {
  const { t } = useTranslation(['subscriptions', 'verbs'])
  const text = useProblemText()
  const { today, role } = useHousehold()
  const mayChange = useMayChange(subscription)
  const reactivate = useReactivateSubscription()
  const { say } = useUndoToast()
  const { id, revision, name, actions, removedOn } = subscription
  const due = duePayment(subscription)
  const { markPaid, isMarking } = useMarkPaid()
  const { rechargeNow, isRecharging } = useRechargeNow()
  const urgent = needsRecharge(subscription, today)

  return (
    <div className="flex flex-wrap gap-2 max-wide:w-full max-wide:[&>*]:grow">
      {due && role !== 'viewer' ? (
        <ActButton
          icon={Check}
          busy={isMarking(due.id)}
          onClick={() => void markPaid(due.id, name)}
          onDetails={() => onPay(due)}
        >
          {t('verbs:markPaid')}
        </ActButton>
      ) : null}
      {!actions.includes('renew') ? null : urgent ? (
        <ActButton
          variant={due ? 'secondary' : 'primary'}
          icon={RefreshCw}
          busy={isRecharging(id)}
          onClick={() => void rechargeNow(id)}
          onDetails={() => onOpen('recharge')}
        >
          {t('verbs:recharge')}
        </ActButton>
      ) : (
        <Button variant="secondary" icon={RefreshCw} onClick={() => onOpen('recharge')}>
          {subscription.renewal === 'automatic' ? t('action.restart') : t('verbs:rechargeEarly')}
        </Button>
      )}
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
      <SubscriptionMenu
        subscription={subscription}
        onPayDetails={due && role !== 'viewer' ? () => onPay(due) : null}
        mayRechargeNow={urgent}
        onOpen={onOpen}
      />
    </div>
  )
}
