import { useStartDemo } from '@streamline/client/identity'
import { useInstallation } from '@streamline/client/settings'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { Icon } from '../../design/icon.tsx'
import { CalendarClock, PiggyBank, Server, Sparkles, UsersRound } from '../../design/icons.ts'
import { Logo } from '../../design/logo.tsx'
import { Page } from '../../design/page.tsx'
import { Heading, Text } from '../../design/text.tsx'
import { useServer } from '../server/use-server.ts'

const points = [
  { key: 'renew', icon: CalendarClock },
  { key: 'share', icon: UsersRound },
  { key: 'save', icon: PiggyBank },
] as const

/** The ways in: the demo where this server offers one, an account, or signing in. */
export const EntranceScreen = () => {
  const { t } = useTranslation(['landing', 'phone'])
  const router = useRouter()
  const { address } = useServer()
  const installation = useInstallation()
  const demo = useStartDemo()
  return (
    <Page>
      <View className="gap-6 pt-4">
        <Logo />
        <View className="gap-2">
          <Heading size="2xl" className="tracking-tight">
            {t('headline')}
          </Heading>
          <Text tone="muted">{t('lead')}</Text>
        </View>
        <View className="gap-3">
          {installation.data?.demo === true ? (
            <>
              <Button
                size="lg"
                icon={Sparkles}
                busy={demo.isPending}
                onPress={() => demo.mutate(undefined, { onSuccess: () => router.replace('/home') })}
              >
                {t('demo')}
              </Button>
              <Text size="sm" tone="muted" className="text-center">
                {t('demoHint')}
              </Text>
            </>
          ) : null}
          <FormError error={demo.error ?? installation.error} />
          <Button
            size="lg"
            variant={installation.data?.demo === true ? 'secondary' : 'primary'}
            onPress={() => router.push('/register')}
          >
            {t('register')}
          </Button>
          <Button size="lg" variant="secondary" onPress={() => router.push('/sign-in')}>
            {t('signIn')}
          </Button>
        </View>
        <View className="gap-5 border-t border-line pt-6">
          {points.map(({ key, icon }) => (
            <View key={key} className="flex-row gap-4">
              <View className="size-10 items-center justify-center rounded-tile bg-brand-soft">
                <Icon of={icon} tone="brand" />
              </View>
              <View className="min-w-0 flex-1">
                <Text weight="semibold">{t(`points.${key}.title`)}</Text>
                <Text size="sm" tone="muted">
                  {t(`points.${key}.text`)}
                </Text>
              </View>
            </View>
          ))}
        </View>
        <Button variant="quiet" size="sm" icon={Server} onPress={() => router.push('/server')}>
          {address.replace(/^https?:\/\//, '')}
        </Button>
      </View>
    </Page>
  )
}
