import { type SubscriptionDetail, useHousehold, useProblemText } from '@streamline/client'
import { duePayment, type Payable, useMarkPaid } from '@streamline/client/billing'
import {
  type MenuAct,
  menuActsOf,
  needsRecharge,
  useDrop,
  useMayChange,
  useReactivateSubscription,
  useRechargeNow,
  useUndoToast,
} from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ActButton } from '../../../design/act-button.tsx'
import { Button } from '../../../design/button.tsx'
import {
  Check,
  CirclePause,
  CirclePlay,
  CircleSlash2,
  Eraser,
  Flame,
  ListChecks,
  PackageX,
  Pencil,
  PencilRuler,
  ReceiptText,
  RefreshCw,
  Replace,
  Undo2,
} from '../../../design/icons.ts'
import { type MenuEntry, MenuSheet } from '../../../design/menu-sheet.tsx'
import type { SheetName } from './sheet-name.ts'

interface Props {
  subscription: SubscriptionDetail
  onPay: (payable: Payable) => void
  onOpen: (sheet: SheetName) => void
}

const isDangerous = ({ isDangerous: is }: MenuEntry): boolean => is === true

/** What is done to it now and then. */
const useMenu = ({ subscription, onPay, onOpen }: Props): MenuEntry[] => {
  const { t } = useTranslation(['acts', 'verbs', 'subscriptions'])
  const { today, role } = useHousehold()
  const mayChange = useMayChange(subscription)
  const drop = useDrop()
  const { actions, removedOn } = subscription
  const due = role === 'viewer' ? null : duePayment(subscription)
  const open = (sheet: SheetName) => () => onOpen(sheet)
  const runs: Record<MenuAct, Omit<MenuEntry, 'label'>> = {
    changePlan: { icon: Replace, run: open('plan') },
    changeDayRate: { icon: Flame, run: open('dayRate') },
    charge: { icon: ReceiptText, run: open('charge') },
    pause: { icon: CirclePause, run: open('pause') },
    resume: { icon: CirclePlay, run: open('resume') },
    end: { icon: PackageX, run: () => drop(subscription) },
    correct: { icon: PencilRuler, run: open('correct') },
    withdraw: { icon: Eraser, isDangerous: true, run: open('withdraw') },
  }
  const acts = menuActsOf(actions).map((act) => ({ ...runs[act], label: t(`action.${act}`) }))
  return [
    ...(due === null ? [] : [{ label: t('verbs:markPaidWith'), icon: ListChecks, run: () => onPay(due) }]),
    ...(actions.includes('renew') && needsRecharge(subscription, today)
      ? [{ label: t('verbs:rechargeWith'), icon: RefreshCw, run: open('recharge') }]
      : []),
    ...(mayChange && removedOn === null
      ? [{ label: t('subscriptions:action.change'), icon: Pencil, run: open('edit') }]
      : []),
    ...acts.filter((entry) => !isDangerous(entry)),
    ...(actions.includes('cancel') || actions.includes('cancelNow')
      ? [
          {
            label: t('subscriptions:action.cancel'),
            icon: CircleSlash2,
            isDangerous: true,
            run: open('cancel'),
          },
        ]
      : []),
    ...acts.filter(isDangerous),
  ]
}

/** What can be done with it now, and behind one more press all the rest. */
export const SubscriptionActions = (props: Props) => {
  const { subscription, onPay, onOpen } = props
  const { t } = useTranslation(['subscriptions', 'verbs', 'acts'])
  const text = useProblemText()
  const { today, role } = useHousehold()
  const { markPaid, isMarking } = useMarkPaid()
  const { rechargeNow, isRecharging } = useRechargeNow()
  const reactivate = useReactivateSubscription()
  const { say } = useUndoToast()
  const menu = useMenu(props)
  const { id, revision, name, actions } = subscription
  const due = duePayment(subscription)
  const urgent = needsRecharge(subscription, today)
  return (
    <View className="flex-row flex-wrap gap-2">
      {due !== null && role !== 'viewer' ? (
        <ActButton
          className="grow"
          icon={Check}
          busy={isMarking(due.id)}
          onPress={() => void markPaid(due.id, name)}
          onDetails={() => onPay(due)}
        >
          {t('verbs:markPaid')}
        </ActButton>
      ) : null}
      {!actions.includes('renew') ? null : urgent ? (
        <ActButton
          className="grow"
          variant={due ? 'secondary' : 'primary'}
          icon={RefreshCw}
          busy={isRecharging(id)}
          onPress={() => void rechargeNow(id)}
          onDetails={() => onOpen('recharge')}
        >
          {t('verbs:recharge')}
        </ActButton>
      ) : (
        <Button className="grow" variant="secondary" icon={RefreshCw} onPress={() => onOpen('recharge')}>
          {subscription.renewal === 'automatic' ? t('action.restart') : t('verbs:rechargeEarly')}
        </Button>
      )}
      {actions.includes('reactivate') ? (
        <Button
          className="grow"
          variant="secondary"
          icon={Undo2}
          busy={reactivate.isPending}
          onPress={() =>
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
      <MenuSheet label={t('acts:menu')} title={name} entries={menu} />
    </View>
  )
}
