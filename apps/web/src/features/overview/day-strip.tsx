import { useFormat } from '@streamline/client'
import type { DayTotal } from '@streamline/client/overview'
import { classes } from '../../design/classes.ts'

/** The fortnight at a glance. The list of debits beneath says the same in words, so this is hidden from readers. */
export const DayStrip = ({ days, currency }: { days: readonly DayTotal[]; currency: string }) => {
  const format = useFormat()
  const most = Math.max(1, ...days.map(({ amount }) => amount))
  return (
    <div aria-hidden className="grid grid-cols-[repeat(14,minmax(0,1fr))] gap-1">
      {days.map(({ on, amount }, index) => (
        <div
          key={on}
          title={amount > 0 ? `${format.date(on)}: ${format.money({ amount, currency })}` : format.date(on)}
          className="flex flex-col items-center gap-1.5"
        >
          <div className="flex h-16 w-full items-end rounded-md bg-sunken">
            {amount > 0 ? (
              <div
                className={classes('w-full rounded-md', index === 0 ? 'bg-marigold' : 'bg-brand')}
                style={{ height: `${Math.max(14, Math.round((amount / most) * 100))}%` }}
              />
            ) : null}
          </div>
          <span
            className={classes(
              'figures text-[0.7rem] leading-none',
              index === 0 ? 'font-bold text-ink' : amount > 0 ? 'font-semibold text-muted' : 'text-faint',
            )}
          >
            {format.dayOfMonth(on)}
          </span>
        </div>
      ))}
    </div>
  )
}
