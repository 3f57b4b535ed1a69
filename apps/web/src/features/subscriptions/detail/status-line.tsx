import type { SubscriptionDetail } from '@streamline/client'
import { type StatusTone, useStatusText } from '@streamline/client/subscriptions'
import { classes } from '../../../design/classes.ts'

const dots: Record<StatusTone, string> = {
  brand: 'bg-brand',
  positive: 'bg-positive',
  quiet: 'bg-strong',
  soon: 'bg-marigold',
  danger: 'bg-danger',
}

/** The state in words: "Active, renews Tue 1 Dec". */
export const StatusLine = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { text, tone } = useStatusText(subscription)
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-ink">
      <span aria-hidden className={classes('size-2.5 shrink-0 rounded-full', dots[tone])} />
      {text}
    </span>
  )
}
