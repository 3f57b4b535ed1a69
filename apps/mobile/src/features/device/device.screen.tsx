import { useMe } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/page.tsx'
import { Text } from '../../design/text.tsx'
import { TopBar } from '../../design/top-bar.tsx'
import { LockCard } from '../lock/lock-card.tsx'
import { NoticesCard } from '../notifications/notices-card.tsx'
import { SessionsCard } from './sessions-card.tsx'

/** What belongs to this phone: what it shows, who opens it, and where else the person is signed in. */
export const DeviceScreen = () => {
  const { t } = useTranslation(['phone', 'account'])
  const isDemo = useMe().data?.demo ?? false
  return (
    <Page head={<TopBar title={t('phone:device.title')} home="/more" />}>
      <NoticesCard />
      <LockCard />
      {isDemo ? <Text tone="muted">{t('account:demo')}</Text> : <SessionsCard />}
    </Page>
  )
}
