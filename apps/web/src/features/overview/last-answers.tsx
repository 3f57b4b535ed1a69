import type { Overview } from '@streamline/client'
import { MonthCard } from './month-card.tsx'
import { RestCard } from './rest-card.tsx'
import { SavingCard } from './saving-card.tsx'

/** This month against last month, the best saving, and everything else. */
export const LastAnswers = ({ overview }: { overview: Overview }) => (
  <>
    <MonthCard overview={overview} />
    <SavingCard overview={overview} />
    <RestCard overview={overview} />
  </>
)
