import { useFormat } from '@streamline/client'
import { classes } from './classes.ts'

interface Part {
  readonly key: string
  /** Minor units, not below zero. */
  readonly amount: number
  /** The class that fills it. */
  readonly fill: string
}

interface MonthStack {
  /** YYYY-MM */
  readonly month: string
  readonly parts: readonly Part[]
}

const sumOf = ({ parts }: MonthStack): number => parts.reduce((sum, { amount }) => sum + amount, 0)

/** Bars of months, each stacked of its parts; a press on one says which. What it came to is for the caller to show. */
export const MonthBars = ({
  stacks,
  currency,
  height,
  shown,
  onPress,
  sparse = false,
  className,
}: {
  stacks: readonly MonthStack[]
  currency: string
  height: number
  /** The month that stands out; null where all do. */
  shown: string | null
  onPress: (month: string) => void
  /** On a phone every other month is named, the last always. */
  sparse?: boolean
  className: string
}) => {
  const format = useFormat()
  const most = Math.max(1, ...stacks.map(sumOf))
  const step = 100 / Math.max(1, stacks.length)
  return (
    <>
      <div className={classes('relative', className)}>
        <svg width="100%" height={height} aria-hidden className="overflow-visible">
          <line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
          {stacks.map(({ month, parts }, index) => {
            let top = height
            return parts.map(({ key, amount, fill }) => {
              const size = (amount / most) * (height - 8)
              top -= size
              return size > 0 ? (
                <rect
                  key={`${month} ${key}`}
                  x={`${index * step + step * 0.2}%`}
                  width={`${step * 0.6}%`}
                  y={top}
                  height={Math.max(1, size - 1.5)}
                  rx="3"
                  className={classes(fill, shown !== null && month !== shown && 'opacity-45')}
                />
              ) : null
            })
          })}
        </svg>
        <div className="absolute inset-0 flex">
          {stacks.map((stack) => (
            <button
              key={stack.month}
              type="button"
              aria-pressed={stack.month === shown}
              aria-label={`${format.month(stack.month)}: ${format.money({ amount: sumOf(stack), currency })}`}
              className="min-w-0 flex-1 rounded-md"
              onClick={() => onPress(stack.month)}
            />
          ))}
        </div>
      </div>
      <div aria-hidden className={classes('mt-1.5 flex text-xs text-faint', className)}>
        {stacks.map(({ month }, index) => (
          <span
            key={month}
            className={classes(
              'flex-1 text-center',
              sparse ? 'min-w-0 whitespace-nowrap' : 'truncate',
              month === shown && 'font-bold text-ink',
              sparse && (stacks.length - 1 - index) % 2 === 1 && 'max-wide:invisible',
            )}
          >
            {format.month(month, 'short')}
          </span>
        ))}
      </div>
    </>
  )
}
