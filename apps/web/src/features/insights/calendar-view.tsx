import { type CalendarMonthView, useFormat, useHousehold } from '@streamline/client'
import { firstWeekdayIn, monthAfter, monthGrid, useMonthView } from '@streamline/client/insights'
import { monthOf, type CalendarDate } from '@streamline/domain'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { CardSkeleton } from '../overview/overview-skeleton.tsx'
import { CalendarAgenda } from './calendar-agenda.tsx'

const route = getRouteApi('/household/shell/insights')

const Day = ({
  date,
  of,
  today,
  pressed,
  onPress,
}: {
  date: CalendarDate
  of: CalendarMonthView['days'][number] | undefined
  today: string
  pressed: boolean
  onPress: () => void
}) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const [total] = of?.totals ?? []
  const count = of?.entries.length ?? 0
  return (
    <button
      type="button"
      disabled={count === 0}
      aria-pressed={pressed}
      className={classes(
        'flex min-h-14 w-full min-w-0 flex-col items-center gap-0.5 rounded-control px-0.5 py-1.5 wide:min-h-20',
        count > 0 && 'hover:bg-sunken',
        pressed && 'bg-brand-soft',
      )}
      onClick={onPress}
    >
      <span className="sr-only">
        {t('calendar.day', { date: format.date(date), count: t('calendar.things', { count }) })}
      </span>
      <span
        aria-hidden
        className={classes(
          'figures flex size-7 items-center justify-center rounded-full text-sm',
          date === today ? 'bg-brand font-bold text-on-brand' : count > 0 ? 'font-semibold' : 'text-faint',
        )}
      >
        {format.dayOfMonth(date)}
      </span>
      {total === undefined ? (
        count > 0 ? (
          <span className="size-1.5 rounded-full bg-marigold" />
        ) : null
      ) : (
        <>
          <span className="size-1.5 rounded-full bg-brand wide:hidden" />
          <span aria-hidden className="figures hidden max-w-full truncate text-xs text-muted wide:block">
            {format.money(total, { rounded: true })}
          </span>
        </>
      )}
    </button>
  )
}

const Grid = ({
  view,
  chosen,
  onChoose,
}: {
  view: CalendarMonthView
  chosen: string | null
  onChoose: (day: string | null) => void
}) => {
  const format = useFormat()
  const days = new Map(view.days.map((day) => [day.on, day]))
  const weeks = monthGrid(view.month, firstWeekdayIn(format.locale))
  const whole = weeks.find((week) => week.every((day) => day !== null)) ?? []
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr className="text-xs text-muted">
          {whole.map((day) =>
            day === null ? null : (
              <th key={day} scope="col" className="pb-1 font-medium">
                {format.weekdayLetter(day)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) => (
              <td key={day ?? `none ${at}`} className="p-0.5 align-top">
                {day === null ? null : (
                  <Day
                    date={day}
                    of={days.get(day)}
                    today={view.today}
                    pressed={chosen === day}
                    onPress={() => onChoose(chosen === day ? null : day)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A month of dates: a grid to tap, and what each day brings. */
export const CalendarView = () => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const navigate = useNavigate()
  const { today } = useHousehold()
  const thisMonth = monthOf(today)
  const { month = thisMonth } = route.useSearch()
  const { data: view, ...query } = useMonthView(month)
  const [chosen, choose] = useState<string | null>(null)
  const show = (next: string) => {
    choose(null)
    void navigate({
      to: '/insights',
      search: { view: 'calendar', ...(next === thisMonth ? {} : { month: next }) },
      replace: true,
    })
  }
  if (view === undefined)
    return query.error ? (
      <Card>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Card>
    ) : (
      <CardSkeleton />
    )
  return (
    <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] wide:gap-6">
      <Card>
        <div className="mb-3 flex items-center justify-between gap-2">
          <h2 aria-live="polite" className="text-lg font-bold tracking-tight">
            {format.monthAndYear(view.month)}
          </h2>
          <div className="flex items-center">
            {view.month === thisMonth ? null : (
              <Button variant="quiet" size="sm" onClick={() => show(thisMonth)}>
                {t('calendar.today')}
              </Button>
            )}
            <IconButton
              icon={ChevronLeft}
              label={t('calendar.before')}
              onClick={() => show(monthAfter(month, -1))}
            />
            <IconButton
              icon={ChevronRight}
              label={t('calendar.after')}
              onClick={() => show(monthAfter(month, 1))}
            />
          </div>
        </div>
        <div className={classes(query.isPlaceholderData && 'opacity-60')}>
          <Grid view={view} chosen={chosen} onChoose={choose} />
        </div>
      </Card>
      <CalendarAgenda
        days={chosen === null ? view.days : view.days.filter(({ on }) => on === chosen)}
        onAll={chosen === null ? null : () => choose(null)}
      />
    </div>
  )
}
