import { type Charge, useFormat, useHousehold } from '@streamline/client'
import { daysBetween } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Badge, type BadgeTone } from '../../design/badge.tsx'

/** That something waits for a payment, and since when; the amount only where it is not the whole price beside it. */
export const BadgeOfCharge = ({
  charge: { outstanding, dueOn, state },
}: {
  charge: Pick<Charge, 'outstanding' | 'dueOn' | 'state'>
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const days = daysBetween(useHousehold().today, dueOn)
  const tone = days < 0 ? 'danger' : days === 0 ? 'warn' : 'neutral'
  const date = format.shortDate(dueOn)
  const amount = format.money(outstanding)
  const when = days < 0 ? 'overdue' : days === 0 ? 'today' : 'due'
  return (
    <Badge tone={tone}>
      {state === 'partlyPaid' ? t(`badge.rest.${when}`, { amount, date }) : t(`badge.${when}`, { date })}
    </Badge>
  )
}

const tones: Record<Charge['state'], BadgeTone> = {
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
