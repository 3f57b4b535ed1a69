import {
  budgetTone,
  choiceOf,
  fullnessOf,
  useBudgets,
  useInsightsText,
  type Budget,
} from '@streamline/client/insights'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'
import { ProgressBar } from '../../design/progress-bar.tsx'
import { Text } from '../../design/text.tsx'

const Row = ({ budget, today }: { budget: Budget; today: string }) => {
  const say = useInsightsText()
  const what = say.budget(budget)
  const tone = budgetTone(budget, today)
  return (
    <View accessible className="gap-1.5 py-3">
      <View className="flex-row items-baseline justify-between gap-3">
        <Text weight="medium" className="min-w-0 flex-1">
          {what}
        </Text>
        <Money value={budget.amount} />
      </View>
      <ProgressBar value={fullnessOf(budget)} label={what} text={say.budgetMonth(budget)} tone={tone} />
      <Text size="sm" tone="muted">
        {say.budgetMonth(budget)}
      </Text>
      <Text size="sm" tone={tone === 'brand' ? 'muted' : tone}>
        {say.budgetOverrun(budget, today)}
      </Text>
    </View>
  )
}

/** What a month may cost, and the day on which it will be more; nothing where nobody said so. */
export const BudgetsCard = () => {
  const { t } = useTranslation('insights')
  const { data } = useBudgets()
  if (data === undefined || data.budgets.length === 0) return null
  const { budgets, today } = data
  return (
    <Card title={t('budgets.title')}>
      <Text size="sm" tone="muted" className="-mt-2">
        {t('budgets.note')}
      </Text>
      {budgets.map((budget, at) => (
        <View key={choiceOf(budget)}>
          {at > 0 ? <Hairline /> : null}
          <Row budget={budget} today={today} />
        </View>
      ))}
    </Card>
  )
}
