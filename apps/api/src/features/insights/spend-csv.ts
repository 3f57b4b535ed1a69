import type { spendSchema } from '@streamline/contract'
import { majorText, type Money } from '@streamline/domain'
import type * as z from 'zod'
import { csvOf, type Cell } from '../../platform/csv/csv.ts'

const decimalOf = (money: Money): Cell => ({ decimal: majorText(money) })

/** A row per month, group and currency, the oldest month first; what has no group stands under an empty name. */
export const spendCsv = ({ by, groups }: z.infer<typeof spendSchema>): string => {
  const rows = groups.flatMap(({ key, name, months }) =>
    months.flatMap(({ month, totals }) =>
      totals.map(({ amount, currency }): [string, ...Cell[]] => [
        month,
        name ?? key ?? '',
        decimalOf({ amount, currency }),
        currency,
      ]),
    ),
  )
  return csvOf(
    ['month', by, 'amount', 'currency'],
    rows.toSorted(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1)),
  )
}
