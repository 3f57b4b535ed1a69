import { type SubscriptionDetail, useProblemText } from '@streamline/client'
import { useCalendarFile } from '@streamline/client/notifications'
import { useActSubscription, useUndoToast } from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import {
  CalendarPlus,
  CirclePause,
  CirclePlay,
  Eraser,
  Flame,
  ListChecks,
  MoreHorizontal,
  PackageX,
  PencilRuler,
  ReceiptText,
  RefreshCw,
  Replace,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '../../../design/button.tsx'
import { ActionMenu, type MenuEntry } from '../../../design/menu.tsx'
import { saveFile } from '../../../design/save-file.ts'
import type { SheetName } from './sheet-name.ts'

/** What is done to a subscription now and then. */
export const SubscriptionMenu = ({
  subscription,
  onPayDetails,
  mayRechargeNow,
  onOpen,
}: {
  subscription: SubscriptionDetail
  /** Null where nothing waits for a payment, or who looks may not record one. */
  onPayDetails: (() => void) | null
  /** One press recharges it, so that what is to be said of it is asked for here. */
  mayRechargeNow: boolean
  onOpen: (sheet: SheetName) => void
}) => {
  const { t } = useTranslation(['acts', 'verbs'])
  const problem = useProblemText()
  const act = useActSubscription()
  const { say } = useUndoToast()
  const { id, revision, name, actions } = subscription

  const drop = () =>
    act.mutate(
      { id, revision, act: { kind: 'end' } },
      {
        onSuccess: (newest) => say(t('done.ended', { name }), newest),
        onError: (error) => showToast(problem(error), { tone: 'danger' }),
      },
    )

  const readFile = useCalendarFile()
  const addToCalendar = async () => {
    try {
      saveFile([await readFile(id)], 'text/calendar;charset=utf-8', `${name}.ics`)
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    }
  }

  const known: readonly (Omit<MenuEntry, 'label'> & { of: keyof typeof labels })[] = [
    { of: 'changePlan', icon: Replace, run: () => onOpen('plan') },
    { of: 'changeDayRate', icon: Flame, run: () => onOpen('dayRate') },
    { of: 'charge', icon: ReceiptText, run: () => onOpen('charge') },
    { of: 'pause', icon: CirclePause, run: () => onOpen('pause') },
    { of: 'resume', icon: CirclePlay, run: () => onOpen('resume') },
    { of: 'end', icon: PackageX, run: drop },
    { of: 'correct', icon: PencilRuler, run: () => onOpen('correct') },
    { of: 'withdraw', icon: Eraser, danger: true, run: () => onOpen('withdraw') },
  ]
  const labels = {
    changePlan: t('action.changePlan'),
    changeDayRate: t('action.changeDayRate'),
    charge: t('action.charge'),
    pause: t('action.pause'),
    resume: t('action.resume'),
    end: t('action.end'),
    correct: t('action.correct'),
    withdraw: t('action.withdraw'),
  }
  const entries: MenuEntry[] = [
    ...(onPayDetails === null
      ? []
      : [{ label: t('verbs:markPaidWith'), icon: ListChecks, run: onPayDetails }]),
    ...(mayRechargeNow && actions.includes('renew')
      ? [{ label: t('verbs:rechargeWith'), icon: RefreshCw, run: () => onOpen('recharge') }]
      : []),
    ...known
      .filter(({ of }) => actions.includes(of))
      .map(({ of, ...entry }) => ({ ...entry, label: labels[of] })),
    { label: t('action.calendar'), icon: CalendarPlus, run: () => void addToCalendar() },
  ]
  return (
    <ActionMenu
      label={t('menu')}
      icon={MoreHorizontal}
      entries={entries}
      className={buttonLook({ variant: 'secondary' })}
    />
  )
}
