import type { Charge } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../design/badge.tsx'

const tones: Record<Charge['state'], Tone> = {
  upcoming: 'neutral',
  due: 'warn',
  overdue: 'danger',
  partlyPaid: 'warn',
  paid: 'positive',
  waived: 'neutral',
  void: 'neutral',
}

export const ChargeState = ({ state }: { state: Charge['state'] }) => {
  const { t } = useTranslation('words')
  return <Badge tone={tones[state]}>{t(`charge.${state}`)}</Badge>
}
