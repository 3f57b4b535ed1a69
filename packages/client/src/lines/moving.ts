import { addDays, type CalendarDate } from '@streamline/domain'
import type { Inputs } from '../client.ts'
import type { Subscription } from '../answers.ts'

/** How what a number leaves stops. */
export const stops = ['atPeriodEnd', 'now', 'ended'] as const
export type Stop = NonNullable<Inputs['subscriptions']['create']['replaces']>['how']

/** A new subscription on a number that is there, and what it takes the place of. */
export interface Moving {
  readonly lineId: string
  readonly replaces: { readonly subscriptionId: string; readonly how: Stop } | null
}

type Leaving = Pick<Subscription, 'status' | 'usableUntil' | 'cancelledOn'>

/** What can be said of the old one, the likeliest first; nothing where it has been said already. */
export const stopsOf = ({ status, cancelledOn }: Leaving): readonly Stop[] => {
  if (status === 'expired') return cancelledOn === null ? ['ended'] : []
  return status === 'cancelled' ? ['now'] : ['atPeriodEnd', 'now']
}

/** The first day of the new one: after what is paid of the old one, or at once. */
export const movedOn = (leaving: Leaving, how: Stop | null, today: CalendarDate): CalendarDate => {
  const { usableUntil } = leaving
  const isAtOnce = how === 'now' || how === 'ended' || usableUntil === null || usableUntil < today
  return isAtOnce ? today : addDays(usableUntil, 1)
}
