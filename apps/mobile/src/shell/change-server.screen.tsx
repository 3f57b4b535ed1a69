import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { TopBar } from '../design/top-bar.tsx'
import { ServerScreen } from '../features/server/server.screen.tsx'
import { useServer } from '../features/server/use-server.ts'

/** Another installation, from where nobody is signed in. */
export const ChangeServerScreen = () => {
  const { t } = useTranslation('phone')
  const router = useRouter()
  const { address, change } = useServer()
  return (
    <ServerScreen
      head={<TopBar title={t('server.now')} home="/" />}
      current={address}
      onChosen={async (next) => {
        router.replace('/')
        await change(next)
      }}
    />
  )
}
