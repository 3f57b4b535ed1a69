import { addMonths, isCalendarDate, type CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useFormat } from '../format/format.ts'

export type SplitDay = 'period' | 'today' | 'next' | 'date'

/** From which day a split is in force, as chosen. */
export interface WhenDraft {
  readonly when: SplitDay
  readonly date: string
}

export interface PeriodsAround {
  readonly current: TimelineEntry | null
  readonly next: TimelineEntry | null
}

/** The day that is meant; null while no day is. */
export const dayOfWhen = (
  { when, date }: WhenDraft,
  { current, next }: PeriodsAround,
  today: CalendarDate,
): CalendarDate | null => {
  if (when === 'period') return current?.startsOn ?? today
  if (when === 'next') return next?.startsOn ?? today
  if (when === 'date') return isCalendarDate(date) ? date : null
  return today
}

/** The days that are offered, and the last that can be chosen. */
export const useSplitDays = ({ current, next }: PeriodsAround) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const { today } = useHousehold()
  const options: { value: SplitDay; label: string }[] = [
    ...(current
      ? [{ value: 'period', label: t('when.period', { date: format.shortDate(current.startsOn) }) } as const]
      : []),
    ...(current?.startsOn === today ? [] : [{ value: 'today', label: t('when.today') } as const]),
    ...(next && next.startsOn > today
      ? [{ value: 'next', label: t('when.next', { date: format.shortDate(next.startsOn) }) } as const]
      : []),
    { value: 'date', label: t('when.date') },
  ]
  return { options, latest: addMonths(today, 12) }
}
