import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeedChoices } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { amountText, parseAmount } from '../format/amount-text.ts'
import type { Needs } from './needs-change.ts'
import { wishesOf, withWishes } from './service-wishes.ts'

/** What is needed as it is being changed; saved whole, for the cheapest set is worked out with all of it. */
export const useNeedsForm = (before: Needs, choices: NeedChoices, onSave: (needs: Needs) => void) => {
  const { t } = useTranslation('savings')
  const { currency: own } = useHousehold()
  const [needs, setNeeds] = useState(before)
  const [wishes, setWishes] = useState(() => wishesOf(before, choices.services))
  const currency = before.budget?.currency ?? own
  const [budget, setBudget] = useState(() =>
    before.budget === null ? '' : amountText(before.budget.amount, currency),
  )
  const [isWrong, setWrong] = useState(false)
  return {
    needs,
    setNeeds,
    wishes,
    setWishes,
    currency,
    budget,
    setBudget: (text: string): void => {
      setWrong(false)
      setBudget(text)
    },
    budgetError: isWrong ? t('needs.budgetWrong') : undefined,
    save: (): void => {
      const amount = budget.trim() === '' ? null : parseAmount(budget, currency)
      if (amount === null && budget.trim() !== '') setWrong(true)
      else onSave(withWishes({ ...needs, budget: amount === null ? null : { amount, currency } }, wishes))
    },
  }
}
