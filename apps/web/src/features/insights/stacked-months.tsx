import { useFormat } from '@streamline/client'
import type { SpendChart } from '@streamline/client/insights'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartTable } from '../../design/chart-table.tsx'
import { classes } from '../../design/classes.ts'
import { MonthBars } from '../../design/month-bars.tsx'
import { dotOf, fillOf } from './series-colours.ts'

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
  const shown = stacks.find(({ month }) => month === pressed)
  const money = (amount: number): string => format.money({ amount, currency })
  const totalOf = ({ parts }: SpendChart['stacks'][number]): string =>
    money(parts.reduce((sum, { amount }) => sum + amount, 0))
  return (
    <figure aria-label={label}>
      <p aria-live="polite" className="mb-2 min-h-6 text-sm text-muted">
        {shown === undefined ? null : (
          <>
            {format.month(shown.month)}:{' '}
            <span className="figures font-semibold text-ink">{totalOf(shown)}</span>
          </>
        )}
      </p>
      <MonthBars
        stacks={stacks.map(({ month, parts }) => ({
          month,
          parts: parts.map((part, at) => ({ ...part, fill: fillOf(at) })),
        }))}
        currency={currency}
        height={168}
        shown={pressed}
        onPress={(month) => press(month === pressed ? null : month)}
        sparse
        className="-mx-2 wide:mx-0"
      />
      {series.length > 1 ? (
        <figcaption aria-hidden className="mt-4 flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-muted">
          {series.map(({ key, name }, at) => (
            <span key={key} className="inline-flex min-w-0 items-center gap-1.5">
              <span className={classes('size-2.5 shrink-0 rounded-full', dotOf(at))} />
              <span className="truncate">{name}</span>
              {shown === undefined ? null : (
                <span className="figures font-semibold text-ink">{money(shown.parts[at]?.amount ?? 0)}</span>
              )}
            </span>
          ))}
        </figcaption>
      ) : null}
      <ChartTable
        caption={label}
        columns={[t('spend.month'), ...series.map(({ name }) => name), t('spend.total')]}
        rows={stacks.map((stack) => [
          format.month(stack.month),
          ...stack.parts.map(({ amount }) => money(amount)),
          totalOf(stack),
        ])}
      />
    </figure>
  )
}
