import { type Overview, useFormat } from '@streamline/client'
import { monthStacks, sumOfStack } from '@streamline/client/overview'
import { kinds } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartTable } from '../../design/chart-table.tsx'
import { classes } from '../../design/classes.ts'

const fills = {
  ott: 'fill-ott',
  mobile: 'fill-mobile',
  broadband: 'fill-broadband',
  tv: 'fill-tv',
  other: 'fill-other',
}
const dots = { ott: 'bg-ott', mobile: 'bg-mobile', broadband: 'bg-broadband', tv: 'bg-tv', other: 'bg-other' }

const height = 112
/** Six months are as wide as thumbs on the smallest phone too. */
const wholeMonths = 'max-[359px]:-mx-3'

/** Bars stacked by kind; a press on a month tells what it came to. Screen readers get the same as a table. */
export const MonthChart = ({ months, currency }: { months: Overview['months']; currency: string }) => {
  const { t } = useTranslation('overview')
  const words = useTranslation('words').t
  const format = useFormat()
  const stacks = monthStacks(months, currency)
  const most = Math.max(1, ...stacks.map(({ parts }) => sumOfStack(parts)))
  const step = 100 / Math.max(1, stacks.length)
  const [pressed, press] = useState<number | null>(null)
  const shown = pressed ?? stacks.length - 1
  const amounts = stacks[shown]?.parts ?? []
  const present = kinds.filter((kind) =>
    stacks.some(({ parts }) => parts.some((part) => part.kind === kind && part.amount > 0)),
  )
  return (
    <figure aria-label={t('month.chart')}>
      <div className={classes('relative', wholeMonths)}>
        <svg width="100%" height={height} aria-hidden className="overflow-visible">
          <line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
          {stacks.map(({ month, parts }, index) => {
            let top = height
            return parts.map(({ kind, amount }) => {
              const size = (amount / most) * (height - 8)
              top -= size
              return size > 0 ? (
                <rect
                  key={`${month} ${kind}`}
                  x={`${index * step + step * 0.2}%`}
                  width={`${step * 0.6}%`}
                  y={top}
                  height={Math.max(1, size - 1.5)}
                  rx="3"
                  className={classes(fills[kind], index !== shown && 'opacity-45')}
                />
              ) : null
            })
          })}
        </svg>
        <div className="absolute inset-0 flex">
          {stacks.map(({ month, parts }, index) => (
            <button
              key={month}
              type="button"
              aria-pressed={index === shown}
              aria-label={`${format.month(month)}: ${format.money({ amount: sumOfStack(parts), currency })}`}
              className="min-w-0 flex-1 rounded-md"
              onClick={() => press(index)}
            />
          ))}
        </div>
      </div>
      <div aria-hidden className={classes('mt-1.5 flex text-xs text-faint', wholeMonths)}>
        {stacks.map(({ month }, index) => (
          <span
            key={month}
            className={classes('flex-1 truncate text-center', index === shown && 'font-bold text-ink')}
          >
            {format.month(month, 'short')}
          </span>
        ))}
      </div>
      <figcaption aria-hidden className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {present.map((kind) => (
          <span key={kind} className="inline-flex items-center gap-1.5">
            <span className={classes('size-2.5 rounded-full', dots[kind])} />
            {words(`kind.${kind}`)}
            {pressed === null ? null : (
              <span className="figures font-semibold text-ink">
                {format.money({
                  amount: amounts.find((part) => part.kind === kind)?.amount ?? 0,
                  currency,
                })}
              </span>
            )}
          </span>
        ))}
      </figcaption>
      <ChartTable
        caption={t('month.chart')}
        columns={[
          t('month.monthColumn'),
          ...present.map((kind) => words(`kind.${kind}`)),
          t('month.totalColumn'),
        ]}
        rows={stacks.map(({ month, parts }) => [
          format.month(month),
          ...parts
            .filter(({ kind }) => present.includes(kind))
            .map(({ amount }) => format.money({ amount, currency })),
          format.money({ amount: sumOfStack(parts), currency }),
        ])}
      />
    </figure>
  )
}
