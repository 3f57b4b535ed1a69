import { useUnread } from '@streamline/client/notifications'
import { Tabs } from 'expo-router'
import type { LucideIcon } from 'lucide-react-native'
import { useTranslation } from 'react-i18next'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { type ColorValue, useWindowDimensions } from 'react-native'
import { useCSSVariable } from 'uniwind'
import { useColor } from '../design/icon.tsx'
import { Bell, House, Layers, Menu, Wallet } from '../design/icons.ts'

const pictureOf =
  (Picture: LucideIcon) =>
  ({ color }: { color: ColorValue }) => <Picture size={23} color={String(color)} aria-hidden />

/** The rooms of the app, in the order of the bar. */
const rooms = [
  { name: 'home', words: 'nav.overview', icon: pictureOf(House) },
  { name: 'subscriptions', words: 'nav.subscriptions', icon: pictureOf(Layers) },
  { name: 'money', words: 'nav.billing', icon: pictureOf(Wallet) },
  { name: 'inbox', words: 'nav.inbox', icon: pictureOf(Bell) },
  { name: 'more', words: 'nav.more', icon: pictureOf(Menu) },
] as const

export const RoomTabs = () => {
  const { t } = useTranslation()
  const { bottom } = useSafeAreaInsets()
  const { width } = useWindowDimensions()
  const unread = useUnread().data ?? 0
  const [brand, faint, onBrand] = [useColor('brand'), useColor('faint'), useColor('onBrand')]
  const [surface, line] = [String(useCSSVariable('--color-surface')), String(useCSSVariable('--color-line'))]
  return (
    <Tabs
      screenOptions={{
        headerShown: false,
        tabBarActiveTintColor: brand,
        tabBarInactiveTintColor: faint,
        tabBarLabelStyle: { fontSize: width < 400 ? 10 : 11, fontWeight: '500', letterSpacing: -0.3 },
        tabBarItemStyle: { paddingHorizontal: 0 },
        tabBarAllowFontScaling: false,
        tabBarHideOnKeyboard: true,
        tabBarStyle: { height: 68 + bottom, paddingTop: 6, backgroundColor: surface, borderTopColor: line },
        tabBarBadgeStyle: { backgroundColor: brand, color: onBrand },
      }}
    >
      {rooms.map(({ name, words, icon }) => (
        <Tabs.Screen
          key={name}
          name={name}
          options={{
            title: t(words),
            tabBarIcon: icon,
            ...(name === 'inbox' && unread > 0
              ? { tabBarBadge: unread, tabBarAccessibilityLabel: t('nav.inboxNew', { count: unread }) }
              : {}),
          }}
        />
      ))}
    </Tabs>
  )
}
