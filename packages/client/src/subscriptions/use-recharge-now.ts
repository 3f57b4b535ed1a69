import { useTranslation } from 'react-i18next'
import type { Subscription } from '../answers.ts'
import { useRecordsForOthers } from '../billing/records-for-others.ts'
import { useHousehold } from '../client-context.tsx'
import { useFormat } from '../format/format.ts'
import { useUnderway } from '../toasts/use-underway.ts'
import { useRenewSubscription } from './subscriptions.queries.ts'
import { useUndoToast } from './use-undo-toast.ts'

type Recharged = Pick<Subscription, 'name' | 'usableUntil'>

/** How a recharge that was made is said. */
export const useRechargedText = () => {
  const { t } = useTranslation('verbs')
  const format = useFormat()
  return ({ name, usableUntil }: Recharged): string =>
    usableUntil === null
      ? t('recharged', { name })
      : t('rechargedUntil', { name, date: format.shortDate(usableUntil) })
}

/** The recharge was made and paid today, at the price known: at once, with a way back. */
export const useRechargeNow = () => {
  const { memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const renew = useRenewSubscription()
  const textOf = useRechargedText()
  const { say } = useUndoToast()
  const { during, isBusy } = useUnderway()
  const rechargeNow = (id: string): Promise<void> =>
    during(id, async () => {
      // Members record only what they pay themselves.
      const newest = await renew.mutateAsync({ id, payment: forOthers ? {} : { paidBy: memberId } })
      // What is kept for later says so by itself.
      if (newest !== null) say(textOf(newest), newest)
    })
  return { rechargeNow, isRecharging: isBusy }
}
