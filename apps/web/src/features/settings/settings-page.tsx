import { useMe } from '@streamline/client/identity'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BackLink, Page } from '../../design/page.tsx'
import { Tab, Tabs } from '../../design/segmented.tsx'
import { RoomList } from './room-list.tsx'
import { roomsFor, type SettingsRoom } from './rooms.ts'

const RoomTabs = ({ label, rooms }: { label: string; rooms: readonly SettingsRoom[] }) => {
  const { t } = useTranslation('account')
  if (rooms.length === 0) return null
  return (
    <Tabs label={label} wraps>
      {rooms.map(({ to, name }) => (
        <Tab key={to} to={to} activeOptions={{ exact: to === '/settings' }}>
          {t(`tabs.${name}`)}
        </Tab>
      ))}
    </Tabs>
  )
}

/** One room of the settings. On a wide window the others are tabs; on a phone they are a list, and this one has a way back. */
export const SettingsPage = ({
  title,
  isFirst = false,
  children,
}: {
  title: string
  /** Where the list of the others stands on a phone. */
  isFirst?: boolean
  children: ReactNode
}) => {
  const { t } = useTranslation('account')
  const rooms = roomsFor(useMe().data?.permissions ?? [])
  return (
    <Page
      title={title}
      back={
        isFirst ? undefined : (
          <div className="wide:hidden">
            <BackLink to="/settings">{t('tabs.back')}</BackLink>
          </div>
        )
      }
    >
      <div className="mb-5 space-y-2 max-wide:hidden">
        <RoomTabs label={t('tabs.label')} rooms={rooms.filter((room) => !('needs' in room))} />
        <RoomTabs label={t('tabs.administration')} rooms={rooms.filter((room) => 'needs' in room)} />
      </div>
      {isFirst ? <RoomList rooms={rooms} /> : null}
      {children}
    </Page>
  )
}
