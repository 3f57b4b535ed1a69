import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Page } from '../../design/page.tsx'
import { Tab, Tabs } from '../../design/segmented.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { usePeople } from '@streamline/client/households'
import { DueTab } from './due-tab.tsx'

const BetweenTab = lazy(async () => ({ default: (await import('./between-tab.tsx')).BetweenTab }))
const HistoryTab = lazy(async () => ({ default: (await import('./history-tab.tsx')).HistoryTab }))

const route = getRouteApi('/household/shell/money')

const views = { due: DueTab, paid: HistoryTab, between: BetweenTab }

export const BillingScreen = () => {
  const { t } = useTranslation('billing')
  const { tab = 'due' } = route.useSearch()
  const { several } = usePeople()
  const View = views[tab]
  return (
    <Page title={t('title')}>
      <div className="mb-5 wide:max-w-md">
        <Tabs label={t('tabs.label')}>
          <Tab to="/money" search={{}} activeOptions={{ exact: true }} resetScroll={false}>
            {t('tabs.due')}
          </Tab>
          <Tab to="/money" search={{ tab: 'paid' }} resetScroll={false}>
            {t('tabs.paid')}
          </Tab>
          {several || tab === 'between' ? (
            <Tab to="/money" search={{ tab: 'between' }} resetScroll={false}>
              {t('tabs.between')}
            </Tab>
          ) : null}
        </Tabs>
      </div>
      <Suspense
        fallback={
          <Card>
            <SkeletonRows rows={6} />
          </Card>
        }
      >
        <View />
      </Suspense>
    </Page>
  )
}
