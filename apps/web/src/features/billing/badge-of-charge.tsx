import type { Charge } from '@streamline/client'
import { useChargeBadge } from '@streamline/client/billing'
import { Badge } from '../../design/badge.tsx'

/** That something waits for a payment, and since when. */
export const BadgeOfCharge = ({ charge }: { charge: Pick<Charge, 'outstanding' | 'dueOn' | 'state'> }) => {
  const { tone, text } = useChargeBadge(charge)
  return <Badge tone={tone}>{text}</Badge>
}
