import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/page.tsx'
import { Tab, Tabs } from '../../design/segmented.tsx'
import { CalendarView } from './calendar-view.tsx'
import { ForecastView } from './forecast-view.tsx'
import { SpendView } from './spend-view.tsx'
import { SubscriptionsView } from './subscriptions-view.tsx'

const route = getRouteApi('/household/shell/insights')

const views = {
  spend: SpendView,
  forecast: ForecastView,
  calendar: CalendarView,
  subscriptions: SubscriptionsView,
}

/** What it costs, what is to come, day by day, and each subscription by itself. */
export const InsightsScreen = () => {
  const { t } = useTranslation('insights')
  const { view = 'spend' } = route.useSearch()
  const View = views[view]
  return (
    <Page title={t('title')} lead={t('lead')} width="broad">
      <div className="mb-4 wide:mb-6 wide:max-w-xl">
        <Tabs label={t('views')}>
          <Tab
            to="/insights"
            search={({ by }) => (by === undefined ? {} : { by })}
            activeOptions={{ exact: true }}
            resetScroll={false}
          >
            {t('view.spend')}
          </Tab>
          {(['forecast', 'calendar', 'subscriptions'] as const).map((name) => (
            <Tab key={name} to="/insights" search={{ view: name }} resetScroll={false}>
              {t(`view.${name}`)}
            </Tab>
          ))}
        </Tabs>
      </div>
      <View />
    </Page>
  )
}
