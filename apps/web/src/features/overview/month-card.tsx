import { type Overview, useFormat } from '@streamline/client'
import { useMonthChange } from '@streamline/client/overview'
import { TrendingDown, TrendingUp } from 'lucide-react'
import { Card } from '../../design/card.tsx'
import { Amounts } from '../../design/money.tsx'
import { MonthChart } from './month-chart.tsx'

const arrows = { more: TrendingUp, less: TrendingDown }
const tones = { more: 'text-warn', less: 'text-positive' }

const Difference = ({ text, way }: ReturnType<ReturnType<typeof useMonthChange>>) => {
  if (way === null) return <p className="text-sm text-muted">{text}</p>
  const Icon = arrows[way]
  return (
    <p className={`flex items-center gap-1.5 text-sm font-medium ${tones[way]}`}>
      <Icon size={16} aria-hidden />
      {text}
    </p>
  )
}

/** Fourth answer, first half: this month against the last one. */
export const MonthCard = ({ overview: { months, currency } }: { overview: Overview }) => {
  const format = useFormat()
  const changeOf = useMonthChange()
  const current = months.at(-1)
  const last = months.at(-2)
  if (!current) return null
  return (
    <Card title={format.month(current.month)}>
      <Amounts values={current.totals} currency={currency} size="xl" />
      {last ? <Difference {...changeOf(current, last, currency)} /> : null}
      <div className="mt-5">
        <MonthChart months={months} currency={currency} />
      </div>
    </Card>
  )
}
