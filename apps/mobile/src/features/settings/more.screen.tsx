import { useHousehold } from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { Card } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { Check } from '../../design/icons.ts'
import { RowLink } from '../../design/list-row.tsx'
import { Page, PageHead } from '../../design/page.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Text } from '../../design/text.tsx'
import { chooseHousehold } from '../households/current-household.ts'
import { LeaveButton } from '../identity/leave-button.tsx'
import { useServer } from '../server/use-server.ts'
import { languages, themes, useLanguage, useTheme } from './appearance.ts'
import { FigureRooms } from './figure-rooms.tsx'
import { SettingsRooms } from './settings-rooms.tsx'

/** Who is here, in which household, and how the app looks and speaks. */
export const MoreScreen = () => {
  const { t } = useTranslation(['app', 'settings', 'phone'])
  const router = useRouter()
  const me = useMe().data
  const household = useHousehold()
  const { address } = useServer()
  const [language, chooseLanguage] = useLanguage()
  const [theme, chooseTheme] = useTheme()
  const households = me?.households ?? []
  return (
    <Page inTabs>
      <PageHead title={t('nav.more')} />
      {me ? (
        <View className="flex-row items-center gap-3 px-1">
          <Avatar id={household.memberId} name={me.name} />
          <View className="min-w-0 flex-1">
            <Text weight="semibold" numberOfLines={1}>
              {me.name}
            </Text>
            <Text size="sm" tone="muted" numberOfLines={2}>
              {me.demo ? t('demoNote') : me.email}
            </Text>
          </View>
        </View>
      ) : null}
      {households.length > 1 ? (
        <Card title={t('household')} flush>
          {households.map(({ id, name }) => (
            <RowLink
              key={id}
              title={name}
              withArrow={false}
              trailing={id === household.id ? <Icon of={Check} tone="brand" /> : null}
              onPress={() => {
                chooseHousehold(id)
                router.navigate('/home')
              }}
            />
          ))}
        </Card>
      ) : null}
      <FigureRooms />
      <SettingsRooms />
      <Card title={t('settings:language')}>
        <Segmented
          label={t('language')}
          value={language}
          options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={chooseLanguage}
        />
      </Card>
      <Card title={t('settings:theme')}>
        <Segmented
          label={t('theme.label')}
          value={theme}
          options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={chooseTheme}
        />
      </Card>
      <Card title={t('phone:server.now')}>
        <Text tone="muted">{address.replace(/^https?:\/\//, '')}</Text>
      </Card>
      <Card flush>
        <RowLink
          title={t('phone:device.title')}
          subtitle={t('phone:device.about')}
          onPress={() => router.push('/device')}
        />
      </Card>
      <LeaveButton />
    </Page>
  )
}
