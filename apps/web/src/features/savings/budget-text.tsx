import { useFormat } from '@streamline/client'
import type { CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'

/** Whether the cheapest set keeps to the budget, and by how much. */
export const BudgetText = ({ budget }: { budget: NonNullable<CheapestSet['budget']> }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const { monthly, over } = budget
  const isOver = over.amount > 0
  const named = {
    budget: format.money(monthly),
    money: format.money({ ...over, amount: Math.abs(over.amount) }),
  }
  return (
    <p className={isOver ? 'mt-4 text-sm font-medium text-warn' : 'mt-4 text-sm font-medium'}>
      {t(isOver ? 'budget.over' : over.amount === 0 ? 'budget.just' : 'budget.under', named)}
    </p>
  )
}
