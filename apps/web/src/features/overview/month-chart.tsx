import { type Overview, useFormat } from '@streamline/client'
import { monthStacks, sumOfStack } from '@streamline/client/overview'
import { kinds } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartTable } from '../../design/chart-table.tsx'
import { classes } from '../../design/classes.ts'
import { MonthBars } from '../../design/month-bars.tsx'

const fills = {
  ott: 'fill-ott',
  mobile: 'fill-mobile',
  broadband: 'fill-broadband',
  tv: 'fill-tv',
  other: 'fill-other',
}
const dots = { ott: 'bg-ott', mobile: 'bg-mobile', broadband: 'bg-broadband', tv: 'bg-tv', other: 'bg-other' }

/** Six months are as wide as thumbs on the smallest phone too. */
const wholeMonths = 'max-[359px]:-mx-3'

/** Bars stacked by kind; a press on a month tells what it came to. Screen readers get the same as a table. */
export const MonthChart = ({ months, currency }: { months: Overview['months']; currency: string }) => {
  const { t } = useTranslation('overview')
  const words = useTranslation('words').t
  const format = useFormat()
  const stacks = monthStacks(months, currency)
  const [pressed, press] = useState<string | null>(null)
  const shown = stacks.find(({ month }) => month === pressed) ?? stacks.at(-1)
  const amounts = shown?.parts ?? []
  const present = kinds.filter((kind) =>
    stacks.some(({ parts }) => parts.some((part) => part.kind === kind && part.amount > 0)),
  )
  return (
    <figure aria-label={t('month.chart')}>
      <MonthBars
        stacks={stacks.map(({ month, parts }) => ({
          month,
          parts: parts.map(({ kind, amount }) => ({ key: kind, amount, fill: fills[kind] })),
        }))}
        currency={currency}
        height={112}
        shown={shown?.month ?? null}
        onPress={press}
        className={wholeMonths}
      />
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
