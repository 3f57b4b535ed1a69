import { useMe } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { DemoNote } from './demo-note.tsx'
import { DevicesCard } from './devices-card.tsx'
import { PhoneCard } from './phone-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { SettingsPage } from './settings-page.tsx'

export const SessionsScreen = () => {
  const { t } = useTranslation('account')
  const demo = useMe().data?.demo ?? false
  return (
    <SettingsPage title={t('tabs.sessions')}>
      {demo ? (
        <DemoNote />
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2 wide:gap-6">
          <SessionsCard />
          <div className="grid gap-4 wide:gap-6">
            <DevicesCard />
            <PhoneCard />
          </div>
        </div>
      )}
    </SettingsPage>
  )
}
