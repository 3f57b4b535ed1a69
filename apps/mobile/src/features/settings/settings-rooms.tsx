import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { Bell, House, ShieldCheck, UserRoundCog, Users } from '../../design/icons.ts'
import { RowLink } from '../../design/list-row.tsx'

/** The rooms behind More, under the names and at the addresses of the web. */
const rooms = [
  { name: 'people', icon: Users },
  { name: 'household', icon: House },
  { name: 'notifications', icon: Bell },
  { name: 'general', icon: UserRoundCog },
  { name: 'security', icon: ShieldCheck },
] as const

export const SettingsRooms = () => {
  const { t } = useTranslation('account')
  const router = useRouter()
  return (
    <Card flush>
      {rooms.map(({ name, icon }, at) => (
        <View key={name}>
          {at > 0 ? <Hairline /> : null}
          <RowLink
            leading={<Icon of={icon} tone="brand" />}
            title={t(`tabs.${name}`)}
            subtitle={t(`tabs.about.${name}`)}
            onPress={() => router.push(`/settings/${name}`)}
          />
        </View>
      ))}
    </Card>
  )
}
