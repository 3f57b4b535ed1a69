import {
  budgetTone,
  choiceOf,
  fullnessOf,
  useBudgets,
  useInsightsText,
  type Budget,
} from '@streamline/client/insights'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Money } from '../../design/money.tsx'
import { ProgressBar } from '../../design/progress-bar.tsx'
import { CardSkeleton } from '../overview/overview-skeleton.tsx'
import { BudgetSheet } from './budget-sheet.tsx'

const textOfTone = { brand: 'text-muted', warn: 'text-warn', danger: 'text-danger' }

const Row = ({ budget, today, onChange }: { budget: Budget; today: string; onChange: () => void }) => {
  const { t } = useTranslation('insights')
  const say = useInsightsText()
  const what = say.budget(budget)
  const tone = budgetTone(budget, today)
  const month = say.budgetMonth(budget)
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <button
        type="button"
        onClick={onChange}
        className="-mx-2 flex min-h-11 w-[calc(100%+1rem)] items-baseline justify-between gap-3 rounded-control px-2 py-2 text-left hover:bg-sunken"
      >
        <span className="min-w-0 font-medium break-words">{what}</span>
        <span className="sr-only">{t('budgets.change')}</span>
        <Money value={budget.amount} />
      </button>
      <ProgressBar value={fullnessOf(budget)} label={what} text={month} tone={tone} />
      <p className="mt-1.5 text-sm text-muted">{month}</p>
      <p className={classes('text-sm', textOfTone[tone], tone !== 'brand' && 'font-medium')}>
        {say.budgetOverrun(budget, today)}
      </p>
    </li>
  )
}

/** What a month may cost, and the day on which it will be more. */
export const BudgetsCard = () => {
  const { t } = useTranslation('insights')
  const { data, error, refetch } = useBudgets()
  const [open, setOpen] = useState<Budget | 'new' | null>(null)
  if (data === undefined)
    return error ? (
      <Card>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    ) : (
      <CardSkeleton />
    )
  const { budgets, today } = data
  return (
    <Card title={t('budgets.title')}>
      <p className="-mt-2 mb-4 text-sm text-muted">
        {t(budgets.length === 0 ? 'budgets.empty' : 'budgets.note')}
      </p>
      {budgets.length === 0 ? null : (
        <ul className="mb-4 divide-y divide-line/80">
          {budgets.map((budget) => (
            <Row key={choiceOf(budget)} budget={budget} today={today} onChange={() => setOpen(budget)} />
          ))}
        </ul>
      )}
      <Button variant="secondary" size="sm" onClick={() => setOpen('new')}>
        {t('budgets.set')}
      </Button>
      <BudgetSheet open={open} budgets={budgets} onClose={() => setOpen(null)} />
    </Card>
  )
}
