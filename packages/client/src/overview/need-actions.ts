import { useTranslation } from 'react-i18next'
import type { Need } from '../answers.ts'
import { useMarkPaid } from '../billing/use-mark-paid.ts'
import { useActSubscription } from '../subscriptions/acts.queries.ts'
import { useRechargeNow } from '../subscriptions/use-recharge-now.ts'
import { useUndoToast } from '../subscriptions/use-undo-toast.ts'
import { useUnderway } from '../toasts/use-underway.ts'

/**
 * What can be done about a need without leaving Home. It lives above the rows, because a row is gone as soon as
 * its need is met.
 */
export const useNeedActions = () => {
  const { t } = useTranslation('overview')
  const act = useActSubscription()
  const { say } = useUndoToast()
  const { during, isBusy } = useUnderway()

  /** A stopped pack that nobody goes on with. */
  const drop = ({ subscriptionId, name }: Need): Promise<void> =>
    during(subscriptionId, async () => {
      const newest = await act.mutateAsync({ id: subscriptionId, act: { kind: 'end' } })
      say(t('needs.dropped', { name }), newest)
    })

  return { ...useMarkPaid(), ...useRechargeNow(), drop, isDropping: isBusy }
}

export type NeedActions = ReturnType<typeof useNeedActions>
