import type { Subscription } from '@streamline/client'
import { useSubscription } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../../design/error-state.tsx'
import { Sheet } from '../../../design/sheet.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { useShown } from '../../../design/use-shown.ts'
import { RechargeForm } from './recharge-form.tsx'

/** The timeline decides what a recharge does, so it is fetched where only a row is at hand. */
const RechargeOf = ({ subscriptionId, onDone }: { subscriptionId: string; onDone: () => void }) => {
  const { data, error, refetch } = useSubscription(subscriptionId)
  if (data) return <RechargeForm subscription={data} onDone={onDone} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <div className="space-y-4" aria-busy>
      <Skeleton className="h-12" />
      <Skeleton className="h-24" />
      <Skeleton className="h-12" />
    </div>
  )
}

/** Records that a pack was recharged, and says first what that will do. */
export const RechargeSheet = ({
  subscription,
  onClose,
}: {
  subscription: Pick<Subscription, 'id' | 'name' | 'renewal'> | null
  onClose: () => void
}) => {
  const { t } = useTranslation('subscriptions')
  const shown = useShown(subscription)
  if (shown === null) return null
  return (
    <Sheet
      open={subscription !== null}
      onClose={onClose}
      title={t(shown.renewal === 'automatic' ? 'recharge.restartTitle' : 'recharge.title', {
        name: shown.name,
      })}
      lead={shown.renewal === 'automatic' ? undefined : t('recharge.lead')}
    >
      <RechargeOf subscriptionId={shown.id} onDone={onClose} />
    </Sheet>
  )
}
