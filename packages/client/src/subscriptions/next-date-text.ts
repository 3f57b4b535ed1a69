import { daysBetween, type CalendarDate } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Subscription } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { type Format, useFormat } from '../format/format.ts'
import { statusWords } from './status-words.ts'

export interface NextDateText {
  readonly text: string
  /** Plain where it is a date among others; else it stands out. */
  readonly tone: 'plain' | 'neutral' | 'brand' | 'warn' | 'danger'
}

const soon = 7

const lastDayText = (
  { stopsAt }: Subscription,
  { t, format }: { t: TFunction<'subscriptions'>; format: Format },
): string => (stopsAt === null ? t('row.lastDay') : t('row.lastDayAt', { time: format.wallTime(stopsAt) }))

/** The one date that matters and what happens then: in words while it is near. */
export const nextDateText = (
  subscription: Subscription,
  today: CalendarDate,
  { t, format }: { t: TFunction<'subscriptions'>; format: Format },
): NextDateText | null => {
  const { sentence, on } = statusWords(subscription, today)
  const renews = (date: CalendarDate): string => {
    const days = daysBetween(today, date)
    return days >= 0 && days <= soon
      ? t('row.renewsNear', { when: format.relative(date) })
      : t('row.renews', { date: format.shortDate(date) })
  }
  const date = on === null ? '' : format.shortDate(on)
  switch (sentence) {
    case 'renewsOn':
      return on === null ? null : { text: renews(on), tone: 'plain' }
    case 'runsUntil':
      return { text: t('row.stopsAfter', { date }), tone: 'plain' }
    case 'startsOn':
      return { text: t('row.from', { date }), tone: 'plain' }
    case 'lastDay':
      return { text: lastDayText(subscription, { t, format }), tone: 'warn' }
    case 'trialUntil':
      return { text: on ? t('row.trialUntil', { date }) : t('row.trial'), tone: 'brand' }
    case 'graceSince':
      return { text: t('row.grace'), tone: 'warn' }
    case 'paused':
      return { text: t('row.paused'), tone: 'neutral' }
    case 'usableUntil':
      return { text: on ? t('row.endsOn', { date }) : t('row.cancelled'), tone: 'neutral' }
    case 'stopped':
    case 'stoppedOn':
      return { text: t('row.stopped'), tone: 'danger' }
    case 'removedOn':
      return { text: t('row.removedOn', { date }), tone: 'neutral' }
    case 'ended':
    case 'endedOn':
      return { text: t('row.ended'), tone: 'neutral' }
    case 'active':
      return null
  }
}

export const useNextDateText = (subscription: Subscription): NextDateText | null => {
  const { t } = useTranslation('subscriptions')
  return nextDateText(subscription, useHousehold().today, { t, format: useFormat() })
}
