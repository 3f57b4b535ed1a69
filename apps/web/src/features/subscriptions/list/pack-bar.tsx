import { type Subscription, useHousehold } from '@streamline/client'
import { progressOf } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../../../design/progress-bar.tsx'

/** Below this many days the bar asks for attention. */
const few = 7

/** How much of a pack is left, for what somebody has to recharge. */
export const PackBar = ({ subscription }: { subscription: Subscription }) => {
  const { t } = useTranslation('subscriptions')
  const progress = progressOf(subscription, useHousehold().today)
  if (progress === null || subscription.removedOn !== null) return null
  const text = t('row.daysLeft', { count: progress.daysLeft })
  return (
    <div className="flex items-center gap-2.5 wide:max-w-60">
      <ProgressBar
        value={1 - progress.used}
        label={t('row.packLeft', { name: subscription.name })}
        text={text}
        tone={progress.daysLeft <= few ? 'warn' : 'brand'}
      />
      <span className="figures shrink-0 text-xs font-semibold text-muted">{text}</span>
    </div>
  )
}
