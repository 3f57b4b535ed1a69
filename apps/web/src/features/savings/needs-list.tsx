import type { NeedChoices } from '@streamline/client'
import { useNeedRows, type NeedCost, type Needs } from '@streamline/client/savings'

/** Each need, and what it costs: how much less the cheapest set would be without it. */
export const NeedsList = (told: { needs: Needs; costs: readonly NeedCost[]; choices: NeedChoices }) => {
  const { rows, unasked } = useNeedRows(told)
  return (
    <>
      <ul className="divide-y divide-line/80">
        {rows.map(({ key, name, detail, costs }) => (
          <li key={key} className="py-3 first:pt-0">
            <p className="font-semibold break-words">{name}</p>
            <p className="text-sm break-words text-muted">{detail}</p>
            {costs.map((cost) => (
              <p key={cost} className="text-sm font-medium break-words">
                {cost}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {unasked === null ? null : <p className="mt-3 text-sm text-muted">{unasked}</p>}
    </>
  )
}
