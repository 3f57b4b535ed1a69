import { type Overview, useFormat } from '@streamline/client'
import { amountIn } from '@streamline/client/overview'
import { TrendingDown, TrendingUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Amounts } from '../../design/money.tsx'
import { MonthChart } from './month-chart.tsx'

const Difference = ({
  now,
  before,
  month,
  currency,
}: {
  now: number
  before: number
  month: string
  currency: string
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const change = now - before
  const money = format.money({ amount: Math.abs(change), currency })
  if (before === 0) return <p className="text-sm text-muted">{t('month.first')}</p>
  if (change === 0) return <p className="text-sm text-muted">{t('month.same', { month })}</p>
  const Icon = change > 0 ? TrendingUp : TrendingDown
  return (
    <p
      className={`flex items-center gap-1.5 text-sm font-medium ${change > 0 ? 'text-warn' : 'text-positive'}`}
    >
      <Icon size={16} aria-hidden />
      {t(change > 0 ? 'month.more' : 'month.less', { money, month })}
    </p>
  )
}

/** Fourth answer, first half: this month against the last one. */
export const MonthCard = ({ overview: { months, currency } }: { overview: Overview }) => {
  const format = useFormat()
  const current = months.at(-1)
  const last = months.at(-2)
  if (!current) return null
  return (
    <Card title={format.month(current.month)}>
      <Amounts values={current.totals} currency={currency} size="xl" />
      {last ? (
        <Difference
          now={amountIn(current.totals, currency)}
          before={amountIn(last.totals, currency)}
          month={format.month(last.month)}
          currency={currency}
        />
      ) : null}
      <div className="mt-5">
        <MonthChart months={months} currency={currency} />
      </div>
    </Card>
  )
}
