import type { Subscription } from '@streamline/client'
import { useNextDateText } from '@streamline/client/subscriptions'
import { Badge } from '../../../design/badge.tsx'

/** The one date that matters and what happens then. */
export const NextDate = ({ subscription }: { subscription: Subscription }) => {
  const next = useNextDateText(subscription)
  if (next === null) return null
  return next.tone === 'plain' ? (
    <span className="text-sm whitespace-nowrap text-muted">{next.text}</span>
  ) : (
    <Badge tone={next.tone}>{next.text}</Badge>
  )
}
