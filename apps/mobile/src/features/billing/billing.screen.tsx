import { usePeople } from '@streamline/client/households'
import { useQueryClient } from '@tanstack/react-query'
import { useLocalSearchParams, useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page, PageHead } from '../../design/page.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { AgeLine } from '../kept/age-line.tsx'
import { BetweenTab } from './between-tab.tsx'
import { DueTab } from './due-tab.tsx'
import { HistoryTab } from './history-tab.tsx'

const views = { due: DueTab, paid: HistoryTab, between: BetweenTab }

type View = keyof typeof views

const isView = (text: string | undefined): text is View => text !== undefined && text in views

/** What waits for a payment, what was paid, who owes whom. */
export const BillingScreen = () => {
  const { t } = useTranslation('billing')
  const params = useLocalSearchParams<{ tab?: string }>()
  const router = useRouter()
  const queries = useQueryClient()
  const { several } = usePeople()
  const [pulled, setPulled] = useState(false)
  const view: View = isView(params.tab) ? params.tab : 'due'
  const Shown = views[view]
  const offered: readonly View[] =
    several || view === 'between' ? ['due', 'paid', 'between'] : ['due', 'paid']
  const refresh = (): void => {
    setPulled(true)
    void queries.refetchQueries({ queryKey: ['households'], type: 'active' }).finally(() => setPulled(false))
  }
  return (
    <Page refreshing={pulled} onRefresh={refresh} inTabs>
      <PageHead title={t('title')} />
      <AgeLine />
      <Segmented
        role="tab"
        label={t('tabs.label')}
        value={view}
        options={offered.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        onChange={(tab) => router.setParams({ tab })}
      />
      <Shown />
    </Page>
  )
}
