import { type SubscriptionDetail, useProblemText } from '@streamline/client'
import { useCalendarFile } from '@streamline/client/notifications'
import { type MenuAct, menuActsOf, useDrop } from '@streamline/client/subscriptions'
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
  const drop = useDrop()
  const { id, name, actions } = subscription

  const readFile = useCalendarFile()
  const addToCalendar = async () => {
    try {
      saveFile([await readFile(id)], 'text/calendar;charset=utf-8', `${name}.ics`)
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    }
  }

  const open = (sheet: SheetName) => () => onOpen(sheet)
  const runs: Record<MenuAct, Omit<MenuEntry, 'label'>> = {
    changePlan: { icon: Replace, run: open('plan') },
    changeDayRate: { icon: Flame, run: open('dayRate') },
    charge: { icon: ReceiptText, run: open('charge') },
    pause: { icon: CirclePause, run: open('pause') },
    resume: { icon: CirclePlay, run: open('resume') },
    end: { icon: PackageX, run: () => drop(subscription) },
    correct: { icon: PencilRuler, run: open('correct') },
    withdraw: { icon: Eraser, danger: true, run: open('withdraw') },
  }
  const entries: MenuEntry[] = [
    ...(onPayDetails === null
      ? []
      : [{ label: t('verbs:markPaidWith'), icon: ListChecks, run: onPayDetails }]),
    ...(mayRechargeNow && actions.includes('renew')
      ? [{ label: t('verbs:rechargeWith'), icon: RefreshCw, run: () => onOpen('recharge') }]
      : []),
    ...menuActsOf(actions).map((act) => ({ ...runs[act], label: t(`action.${act}`) })),
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
