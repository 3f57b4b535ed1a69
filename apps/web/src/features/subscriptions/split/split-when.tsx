import { type TimelineEntry, useFormat, useHousehold } from '@streamline/client'
import { addMonths, isCalendarDate, type CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { ChoiceChips } from '../../../design/choice-chips.tsx'
import { TextField } from '../../../design/field.tsx'

export type When = 'period' | 'today' | 'next' | 'date'

export interface WhenDraft {
  readonly when: When
  readonly date: string
}

interface Around {
  readonly current: TimelineEntry | null
  readonly next: TimelineEntry | null
}

/** The day that is meant; null while no day is. */
export const dayOfWhen = (
  { when, date }: WhenDraft,
  { current, next }: Around,
  today: CalendarDate,
): CalendarDate | null => {
  if (when === 'period') return current?.startsOn ?? today
  if (when === 'next') return next?.startsOn ?? today
  if (when === 'date') return isCalendarDate(date) ? date : null
  return today
}

/** From which day a split is in force. */
export const SplitWhen = ({
  value,
  around,
  earliest,
  error,
  onChange,
}: {
  value: WhenDraft
  around: Around
  earliest: CalendarDate
  error: string | undefined
  onChange: (value: WhenDraft) => void
}) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const { today } = useHousehold()
  const { current, next } = around
  const options: { value: When; label: string }[] = [
    ...(current
      ? [{ value: 'period', label: t('when.period', { date: format.shortDate(current.startsOn) }) } as const]
      : []),
    ...(current?.startsOn === today ? [] : [{ value: 'today', label: t('when.today') } as const]),
    ...(next && next.startsOn > today
      ? [{ value: 'next', label: t('when.next', { date: format.shortDate(next.startsOn) }) } as const]
      : []),
    { value: 'date', label: t('when.date') },
  ]
  return (
    <div className="space-y-3">
      <ChoiceChips
        label={t('when.label')}
        value={value.when}
        options={options}
        onChange={(when) => onChange({ ...value, when })}
      />
      {value.when === 'date' ? (
        <TextField
          type="date"
          label={t('when.day')}
          min={earliest}
          max={addMonths(today, 12)}
          value={value.date}
          onChange={(event) => onChange({ ...value, date: event.target.value })}
          error={error}
        />
      ) : error ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}
