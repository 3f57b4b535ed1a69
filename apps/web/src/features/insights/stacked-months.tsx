import { useFormat } from '@streamline/client'
import type { SpendChart } from '@streamline/client/insights'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../design/classes.ts'
import { ChartTable } from '../../design/chart-table.tsx'
import { dotOf, fillOf } from './series-colours.ts'

const height = 168

/** Bars of months, stacked by series; a press on a month tells what it came to. */
export const StackedMonths = ({
  chart: { series, stacks },
  currency,
  label,
}: {
  chart: SpendChart
  currency: string
  label: string
}) => {
  const format = useFormat()
  const { t } = useTranslation('insights')
  const [pressed, press] = useState<string | null>(null)
  const totals = stacks.map(({ parts }) => parts.reduce((sum, { amount }) => sum + amount, 0))
  const most = Math.max(1, ...totals)
  const step = 100 / Math.max(1, stacks.length)
  const shown = stacks.find(({ month }) => month === pressed)
  const money = (amount: number): string => format.money({ amount, currency })
  const partOf = (key: string): number => shown?.parts.find((part) => part.key === key)?.amount ?? 0
  return (
    <figure aria-label={label}>
      <p aria-live="polite" className="mb-2 min-h-6 text-sm text-muted">
        {shown === undefined ? null : (
          <>
            {format.month(shown.month)}:{' '}
            <span className="figures font-semibold text-ink">
              {money(shown.parts.reduce((sum, { amount }) => sum + amount, 0))}
            </span>
          </>
        )}
      </p>
      <div className="relative -mx-2 wide:mx-0">
        <svg width="100%" height={height} aria-hidden className="overflow-visible">
          <line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
          {stacks.map(({ month, parts }, index) => {
            let top = height
            return parts.map(({ key, amount }, at) => {
              const size = (amount / most) * (height - 8)
              top -= size
              return size > 0 ? (
                <rect
                  key={`${month} ${key}`}
                  x={`${index * step + step * 0.18}%`}
                  width={`${step * 0.64}%`}
                  y={top}
                  height={Math.max(1, size - 1.5)}
                  rx="3"
                  className={classes(fillOf(at), pressed !== null && month !== pressed && 'opacity-45')}
                />
              ) : null
            })
          })}
        </svg>
        <div className="absolute inset-0 flex">
          {stacks.map(({ month }, index) => (
            <button
              key={month}
              type="button"
              aria-pressed={month === pressed}
              aria-label={`${format.month(month)}: ${money(totals[index] ?? 0)}`}
              className="min-w-0 flex-1 rounded-md"
              onClick={() => press(month === pressed ? null : month)}
            />
          ))}
        </div>
      </div>
      <div aria-hidden className="-mx-2 mt-1.5 flex text-xs text-faint wide:mx-0">
        {stacks.map(({ month }, index) => (
          <span
            key={month}
            className={classes(
              'min-w-0 flex-1 text-center whitespace-nowrap',
              month === pressed && 'font-bold text-ink',
              // Every other one on a phone, the last always.
              (stacks.length - 1 - index) % 2 === 1 && 'max-wide:invisible',
            )}
          >
            {format.month(month, 'short')}
          </span>
        ))}
      </div>
      {series.length > 1 ? (
        <figcaption aria-hidden className="mt-4 flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-muted">
          {series.map(({ key, name }, at) => (
            <span key={key} className="inline-flex min-w-0 items-center gap-1.5">
              <span className={classes('size-2.5 shrink-0 rounded-full', dotOf(at))} />
              <span className="truncate">{name}</span>
              {shown === undefined ? null : (
                <span className="figures font-semibold text-ink">{money(partOf(key))}</span>
              )}
            </span>
          ))}
        </figcaption>
      ) : null}
      <ChartTable
        caption={label}
        columns={[t('spend.month'), ...series.map(({ name }) => name), t('spend.total')]}
        rows={stacks.map(({ month, parts }, index) => [
          format.month(month),
          ...parts.map(({ amount }) => money(amount)),
          money(totals[index] ?? 0),
        ])}
      />
    </figure>
  )
}
