import { usePeople } from '@streamline/client/households'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'expo-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page, PageHead } from '../../design/page.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { AgeLine } from '../kept/age-line.tsx'

export type MoneyView = 'due' | 'paid' | 'between'

/** What the views of money have in common: the way from one to the other, and asking again. */
export const MoneyPage = ({
  view,
  dock,
  children,
}: {
  view: MoneyView
  /** Stands at the thumb and does not scroll. */
  dock?: ReactNode
  children: ReactNode
}) => {
  const { t } = useTranslation('billing')
  const router = useRouter()
  const queries = useQueryClient()
  const { several } = usePeople()
  const [pulled, setPulled] = useState(false)
  const offered: readonly MoneyView[] =
    several || view === 'between' ? ['due', 'paid', 'between'] : ['due', 'paid']
  const refresh = (): void => {
    setPulled(true)
    void queries.refetchQueries({ queryKey: ['households'], type: 'active' }).finally(() => setPulled(false))
  }
  return (
    <Page refreshing={pulled} onRefresh={refresh} inTabs dock={dock}>
      <PageHead title={t('title')} />
      <AgeLine />
      <Segmented
        role="tab"
        label={t('tabs.label')}
        value={view}
        options={offered.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        onChange={(tab) => router.setParams({ tab })}
      />
      {children}
    </Page>
  )
}
