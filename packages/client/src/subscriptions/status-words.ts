import { addDays, daysBetween, type CalendarDate } from '@streamline/domain'
import type { Subscription } from '../answers.ts'

export type StatusSentence =
  | 'trialUntil'
  | 'renewsOn'
  | 'runsUntil'
  | 'lastDay'
  | 'graceSince'
  | 'paused'
  | 'startsOn'
  | 'usableUntil'
  | 'stoppedOn'
  | 'endedOn'
  | 'stopped'
  | 'ended'
  | 'removedOn'
  | 'active'

export type StatusTone = 'brand' | 'positive' | 'quiet' | 'soon' | 'danger'

/** How a state is coloured: what runs, what somebody has to look at, what rests. */
export const toneOfSentence: Record<StatusSentence, StatusTone> = {
  trialUntil: 'brand',
  renewsOn: 'positive',
  runsUntil: 'positive',
  active: 'positive',
  lastDay: 'soon',
  graceSince: 'soon',
  stoppedOn: 'danger',
  stopped: 'danger',
  startsOn: 'quiet',
  paused: 'quiet',
  usableUntil: 'quiet',
  endedOn: 'quiet',
  ended: 'quiet',
  removedOn: 'quiet',
}

export interface StatusWords {
  readonly sentence: StatusSentence
  readonly on: CalendarDate | null
}

const words = (sentence: StatusSentence, on: CalendarDate | null = null): StatusWords => ({ sentence, on })

const overWords = (cancelledOn: CalendarDate | null, over: CalendarDate | null): StatusWords => {
  if (cancelledOn !== null) return over === null ? words('ended') : words('endedOn', addDays(over, -1))
  return over === null ? words('stopped') : words('stoppedOn', over)
}

const runningWords = (subscription: Subscription, today: CalendarDate): StatusWords => {
  const { usableUntil, renewsOn, renewal } = subscription
  if (renewal === 'automatic') return renewsOn === null ? words('active') : words('renewsOn', renewsOn)
  if (usableUntil === null) return words('active')
  return daysBetween(today, usableUntil) <= 0 ? words('lastDay') : words('runsUntil', usableUntil)
}

/** The state in one sentence. `over` is the first day without service, where the caller knows it. */
export const statusWords = (
  subscription: Subscription,
  today: CalendarDate,
  over: CalendarDate | null = null,
): StatusWords => {
  const { status, startsOn, usableUntil, cancelledOn, removedOn, currentPeriod } = subscription
  if (removedOn !== null) return words('removedOn', removedOn)
  switch (status) {
    case 'scheduled':
      return words('startsOn', startsOn)
    case 'trialing':
      return words('trialUntil', currentPeriod === null ? usableUntil : addDays(currentPeriod.endsOn, -1))
    case 'active':
      return runningWords(subscription, today)
    case 'grace':
      return words('graceSince', currentPeriod?.startsOn ?? null)
    case 'paused':
      return words('paused')
    case 'cancelled':
      return words('usableUntil', usableUntil)
    case 'expired':
      return overWords(cancelledOn, over ?? currentPeriod?.endsOn ?? null)
  }
}
