import { useLocalSearchParams } from 'expo-router'
import { BetweenTab } from './between-tab.tsx'
import { DueTab } from './due-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { MoneyPage } from './money-page.tsx'

/** What waits for a payment, what was paid, who owes whom. */
export const BillingScreen = () => {
  const { tab } = useLocalSearchParams<{ tab?: string }>()
  if (tab === 'paid')
    return (
      <MoneyPage view="paid">
        <HistoryTab />
      </MoneyPage>
    )
  if (tab === 'between')
    return (
      <MoneyPage view="between">
        <BetweenTab />
      </MoneyPage>
    )
  return <DueTab />
}
