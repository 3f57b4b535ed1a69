import { useFormat } from '@streamline/client'
import type { CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { classes } from '../../design/classes.ts'
import { ChartTable } from '../../design/chart-table.tsx'

const height = 120

/** Two bars for each month: as it is, and the cheapest way. */
export const BothWays = ({ months }: { months: CheapestSet['months'] }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const most = Math.max(1, ...months.flatMap(({ now, best }) => [now.amount, best.amount]))
  const step = 100 / Math.max(1, months.length)
  const ways = [
    { key: 'now', name: t('set.now'), fill: 'fill-faint', dot: 'bg-faint', at: 0.12 },
    { key: 'best', name: t('set.best'), fill: 'fill-positive', dot: 'bg-positive', at: 0.5 },
  ] as const
  return (
    <figure aria-label={t('set.chart')}>
      <svg width="100%" height={height} aria-hidden className="overflow-visible">
        <line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
        {months.map((month, index) =>
          ways.map(({ key, fill, at }) => {
            const size = (Math.max(0, month[key].amount) / most) * (height - 6)
            return size > 0 ? (
              <rect
                key={`${month.month} ${key}`}
                x={`${index * step + step * at}%`}
                width={`${step * 0.36}%`}
                y={height - size}
                height={size}
                rx="2"
                className={fill}
              />
            ) : null
          }),
        )}
      </svg>
      <div aria-hidden className="mt-1.5 flex text-xs text-faint">
        {months.map(({ month }, index) => (
          <span
            key={month}
            className={classes(
              'min-w-0 flex-1 text-center whitespace-nowrap',
              index % 2 === 1 && 'max-wide:invisible',
            )}
          >
            {format.month(month, 'short')}
          </span>
        ))}
      </div>
      <figcaption aria-hidden className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {ways.map(({ key, name, dot }) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <span className={classes('size-2.5 rounded-full', dot)} />
            {name}
          </span>
        ))}
      </figcaption>
      <ChartTable
        caption={t('set.chart')}
        columns={[t('set.month'), ...ways.map(({ name }) => name)]}
        rows={months.map(({ month, now, best }) => [
          format.monthAndYear(month),
          format.money(now),
          format.money(best),
        ])}
      />
    </figure>
  )
}
