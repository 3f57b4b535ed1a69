import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/page.tsx'
import { Tab, Tabs } from '../../design/segmented.tsx'
import { usePeople } from '@streamline/client/households'
import { BetweenTab } from './between-tab.tsx'
import { DueTab } from './due-tab.tsx'
import { HistoryTab } from './history-tab.tsx'

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
      <View />
    </Page>
  )
}
