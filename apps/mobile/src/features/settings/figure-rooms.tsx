import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { ChartColumn, PiggyBank } from '../../design/icons.ts'
import { RowLink } from '../../design/list-row.tsx'

/** The rooms that have no place in the bar, under the names and at the addresses of the web. */
const rooms = [
  { name: 'savings', icon: PiggyBank },
  { name: 'insights', icon: ChartColumn },
] as const

export const FigureRooms = () => {
  const { t } = useTranslation(['app', 'phone'])
  const router = useRouter()
  return (
    <Card flush>
      {rooms.map(({ name, icon }, at) => (
        <View key={name}>
          {at > 0 ? <Hairline /> : null}
          <RowLink
            leading={<Icon of={icon} tone="brand" />}
            title={t(`nav.${name}`)}
            subtitle={t(`phone:rooms.${name}`)}
            onPress={() => router.push(`/${name}`)}
          />
        </View>
      ))}
    </Card>
  )
}
