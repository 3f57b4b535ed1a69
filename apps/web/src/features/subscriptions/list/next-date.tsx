import { type Subscription, useFormat, useHousehold } from '@streamline/client'
import { statusWords } from '@streamline/client/subscriptions'
import { daysBetween, type CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'

const soon = 7

/** The one date that matters and what happens then: in words while it is near. */
export const NextDate = ({ subscription }: { subscription: Subscription }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today } = useHousehold()
  const renews = (on: CalendarDate): string => {
    const days = daysBetween(today, on)
    return days >= 0 && days <= soon
      ? t('row.renewsNear', { when: format.relative(on) })
      : t('row.renews', { date: format.shortDate(on) })
  }
  const { sentence, on } = statusWords(subscription, today)
  switch (sentence) {
    case 'renewsOn':
      return <span className="text-sm whitespace-nowrap text-muted">{on && renews(on)}</span>
    case 'runsUntil':
      return (
        <span className="text-sm whitespace-nowrap text-muted">
          {on && t('row.stopsAfter', { date: format.shortDate(on) })}
        </span>
      )
    case 'startsOn':
      return (
        <span className="text-sm whitespace-nowrap text-muted">
          {on && t('row.from', { date: format.shortDate(on) })}
        </span>
      )
    case 'lastDay':
      return <Badge tone="warn">{t('row.lastDay')}</Badge>
    case 'trialUntil':
      return (
        <Badge tone="brand">
          {on ? t('row.trialUntil', { date: format.shortDate(on) }) : t('row.trial')}
        </Badge>
      )
    case 'graceSince':
      return <Badge tone="warn">{t('row.grace')}</Badge>
    case 'paused':
      return <Badge>{t('row.paused')}</Badge>
    case 'usableUntil':
      return <Badge>{on ? t('row.endsOn', { date: format.shortDate(on) }) : t('row.cancelled')}</Badge>
    case 'stopped':
    case 'stoppedOn':
      return <Badge tone="danger">{t('row.stopped')}</Badge>
    case 'removedOn':
      return <Badge>{on && t('row.removedOn', { date: format.shortDate(on) })}</Badge>
    case 'ended':
    case 'endedOn':
      return <Badge>{t('row.ended')}</Badge>
    case 'active':
      return null
  }
}
