import type { Subscription } from '@streamline/client'
import { useNextDateText } from '@streamline/client/subscriptions'
import { Badge } from '../../../design/badge.tsx'
import { Text } from '../../../design/text.tsx'

/** The one date that matters and what happens then. */
export const NextDate = ({ subscription }: { subscription: Subscription }) => {
  const next = useNextDateText(subscription)
  if (next === null) return null
  return next.tone === 'plain' ? (
    <Text size="sm" tone="muted">
      {next.text}
    </Text>
  ) : (
    <Badge tone={next.tone}>{next.text}</Badge>
  )
}
