import type { Charge } from '@streamline/client'
import { toneOfState, useChargeBadge } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'

/** That something waits for a payment, and since when. */
export const BadgeOfCharge = ({ charge }: { charge: Pick<Charge, 'outstanding' | 'dueOn' | 'state'> }) => {
  const { tone, text } = useChargeBadge(charge)
  return <Badge tone={tone}>{text}</Badge>
}

export const ChargeState = ({ state }: { state: Charge['state'] }) => {
  const { t } = useTranslation('words')
  return <Badge tone={toneOfState[state]}>{t(`charge.${state}`)}</Badge>
}
