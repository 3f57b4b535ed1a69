import { useMonthChange, type MonthTotals } from '@streamline/client/overview'
import { TrendingDown, TrendingUp } from 'lucide-react'

const arrows = { more: TrendingUp, less: TrendingDown }
const tones = { more: 'text-warn', less: 'text-positive' }

/** The last of some months against the one before it. */
export const MonthDifference = ({
  months,
  currency,
}: {
  months: readonly MonthTotals[]
  currency: string
}) => {
  const changeOf = useMonthChange()
  const [before, now] = months.slice(-2)
  if (before === undefined || now === undefined) return null
  const { text, way } = changeOf(now, before, currency)
  if (way === null) return <p className="text-sm text-muted">{text}</p>
  const Icon = arrows[way]
  return (
    <p className={`flex items-center gap-1.5 text-sm font-medium ${tones[way]}`}>
      <Icon size={16} aria-hidden />
      {text}
    </p>
  )
}
