import { classes } from './classes.ts'

/** Numbers of days of which any may be chosen, each a button in one line. */
export const DayToggles = ({
  days,
  chosen,
  labelOf,
  onToggle,
}: {
  days: readonly number[]
  chosen: readonly number[]
  labelOf: (day: number) => string
  onToggle: (day: number) => void
}) =>
  days.map((day) => {
    const isChosen = chosen.includes(day)
    return (
      <button
        key={day}
        type="button"
        aria-pressed={isChosen}
        aria-label={labelOf(day)}
        onClick={() => onToggle(day)}
        className={classes(
          'inline-flex size-11 shrink-0 items-center justify-center rounded-tile border text-sm font-semibold tabular-nums transition-colors',
          isChosen
            ? 'border-brand bg-brand-soft text-brand'
            : 'border-strong/50 bg-surface text-muted hover:border-strong hover:bg-sunken',
        )}
      >
        {day}
      </button>
    )
  })
