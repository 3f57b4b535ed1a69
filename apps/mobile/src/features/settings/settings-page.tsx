import type { ReactNode } from 'react'
import { Page } from '../../design/page.tsx'
import { TopBar } from '../../design/top-bar.tsx'

/** A room of the settings, with the way back to More. */
export const SettingsPage = ({
  title,
  dock,
  refreshing,
  onRefresh,
  children,
}: {
  title: string
  dock?: ReactNode
  refreshing?: boolean
  onRefresh?: () => void
  children: ReactNode
}) => (
  <Page
    head={<TopBar title={title} home="/more" />}
    dock={dock}
    {...(refreshing === undefined ? {} : { refreshing })}
    onRefresh={onRefresh}
  >
    {children}
  </Page>
)
