import { useQueryClient } from '@tanstack/react-query'
import { useLocalSearchParams, useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/page.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { TopBar } from '../../design/top-bar.tsx'
import { AgeLine } from '../kept/age-line.tsx'
import { CalendarView } from './calendar-view.tsx'
import { ForecastView } from './forecast-view.tsx'
import { SpendView } from './spend-view.tsx'
import { SubscriptionsView } from './subscriptions-view.tsx'

const views = {
  spend: SpendView,
  forecast: ForecastView,
  calendar: CalendarView,
  subscriptions: SubscriptionsView,
}

type View = keyof typeof views

const names = ['spend', 'forecast', 'calendar', 'subscriptions'] as const

const isView = (text: string | undefined): text is View => text !== undefined && text in views

/** What it costs, what is to come, day by day, and each subscription by itself. */
export const InsightsScreen = () => {
  const { t } = useTranslation('insights')
  const params = useLocalSearchParams<{ view?: string }>()
  const router = useRouter()
  const queries = useQueryClient()
  const [pulled, setPulled] = useState(false)
  const view: View = isView(params.view) ? params.view : 'spend'
  const Shown = views[view]
  const refresh = (): void => {
    setPulled(true)
    void queries.refetchQueries({ queryKey: ['households'], type: 'active' }).finally(() => setPulled(false))
  }
  return (
    <Page head={<TopBar title={t('title')} home="/more" />} refreshing={pulled} onRefresh={refresh}>
      <Segmented
        role="tab"
        label={t('views')}
        value={view}
        options={names.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(next) => router.setParams({ view: next })}
      />
      <AgeLine />
      <Shown />
    </Page>
  )
}
