import type { Charge } from '@streamline/client'
import { toneOfState } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'

export const ChargeState = ({ state }: { state: Charge['state'] }) => {
  const { t } = useTranslation('words')
  return <Badge tone={toneOfState[state]}>{t(`charge.${state}`)}</Badge>
}
