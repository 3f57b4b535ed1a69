import { type Overview, useFormat, useHousehold } from '@streamline/client'
import { useOverview } from '@streamline/client/overview'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Plus, Radio } from '../../design/icons.ts'
import { Page, PageHead } from '../../design/page.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { AddButton } from '../subscriptions/add-button.tsx'
import { AgeLine } from '../kept/age-line.tsx'
import { AssumedCard } from './assumed-card.tsx'
import { BetweenCard } from './between-card.tsx'
import { ClaimsCard } from './claims-card.tsx'
import { MonthCard } from './month-card.tsx'
import { NeedsCard } from './needs-card.tsx'
import { Next14Card } from './next14-card.tsx'
import { RestCard } from './rest-card.tsx'
import { SavingCard } from './saving-card.tsx'

const isEmpty = ({ running, needs, arrivals, steps, months }: Overview): boolean =>
  running.count === 0 &&
  needs.length === 0 &&
  arrivals.length === 0 &&
  steps.length === 0 &&
  months.every(({ totals }) => totals.length === 0)

const Nothing = () => {
  const { t } = useTranslation('overview')
  const router = useRouter()
  return (
    <Card>
      <Empty
        icon={Radio}
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          <Button size="lg" icon={Plus} onPress={() => router.push('/add')}>
            {t('empty.action')}
          </Button>
        }
      />
    </Card>
  )
}

/** The five answers, one below the other. */
const Answers = ({ overview }: { overview: Overview }) => (
  <>
    <NeedsCard overview={overview} />
    {overview.assumed ? <AssumedCard assumed={overview.assumed} currency={overview.currency} /> : null}
    {overview.toClaim.length > 0 ? <ClaimsCard toClaim={overview.toClaim} /> : null}
    <Next14Card overview={overview} />
    <BetweenCard overview={overview} />
    <MonthCard overview={overview} />
    <SavingCard overview={overview} />
    <RestCard overview={overview} />
  </>
)

export const OverviewScreen = () => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { today, name } = useHousehold()
  const { data: overview, error, refetch } = useOverview()
  const [pulled, setPulled] = useState(false)
  const refresh = (): void => {
    setPulled(true)
    void refetch().finally(() => setPulled(false))
  }
  return (
    <View className="flex-1">
      <Page refreshing={pulled} onRefresh={refresh} inTabs>
        <PageHead title={t('title')} lead={`${format.longDate(overview?.today ?? today)} · ${name}`} />
        <AgeLine />
        {overview ? (
          isEmpty(overview) ? (
            <Nothing />
          ) : (
            <Answers overview={overview} />
          )
        ) : error ? (
          <Card>
            <ErrorState error={error} onRetry={refresh} />
          </Card>
        ) : (
          <>
            <SkeletonCard />
            <SkeletonCard count={2} />
          </>
        )}
      </Page>
      <AddButton />
    </View>
  )
}
