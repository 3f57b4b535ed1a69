import { daysBetween } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import type { Charge } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useFormat } from '../format/format.ts'

export type ChargeTone = 'neutral' | 'warn' | 'danger' | 'positive'

/** How urgent each state of a charge looks, in both apps. */
export const toneOfState: Record<Charge['state'], ChargeTone> = {
  upcoming: 'neutral',
  due: 'warn',
  overdue: 'danger',
  partlyPaid: 'warn',
  paid: 'positive',
  waived: 'neutral',
  void: 'neutral',
}

/** That something waits for a payment, and since when; the amount only where it is not the whole price beside it. */
export const useChargeBadge = ({
  outstanding,
  dueOn,
  state,
}: Pick<Charge, 'outstanding' | 'dueOn' | 'state'>): { tone: ChargeTone; text: string } => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const days = daysBetween(useHousehold().today, dueOn)
  const tone = days < 0 ? 'danger' : days === 0 ? 'warn' : 'neutral'
  const date = format.shortDate(dueOn)
  const amount = format.money(outstanding)
  const when = days < 0 ? 'overdue' : days === 0 ? 'today' : 'due'
  const text =
    state === 'partlyPaid' ? t(`badge.rest.${when}`, { amount, date }) : t(`badge.${when}`, { date })
  return { tone, text }
}
