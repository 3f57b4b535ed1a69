import { useFormat } from '@streamline/client'
import type { CalendarDate } from '@streamline/domain'

/** A calendar date: "Tue 3 Dec", or with `relative` "in 2 days" and the date itself on hover. */
export const Day = ({
  on,
  as = 'date',
  className,
}: {
  on: CalendarDate
  as?: 'date' | 'short' | 'long' | 'relative'
  className?: string
}) => {
  const format = useFormat()
  const text = {
    date: format.date,
    short: format.shortDate,
    long: format.longDate,
    relative: format.relative,
  }[as](on)
  return (
    <time dateTime={on} title={as === 'long' ? undefined : format.longDate(on)} className={className}>
      {text}
    </time>
  )
}
