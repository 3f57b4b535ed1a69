import { View } from 'react-native'
import Svg, { Path, Rect } from 'react-native-svg'
import { Text } from './text.tsx'

/** The mark, as the launcher shows it, and the name. */
export const Logo = () => (
  <View className="flex-row items-center gap-2.5">
    <Svg width={36} height={36} viewBox="0 0 64 64" aria-hidden>
      <Rect width={64} height={64} rx={16} fill="#7a2a5e" />
      <Path d="M18 21c12 0 11 11 28 11" fill="none" stroke="#f4ae42" strokeWidth={5} strokeLinecap="round" />
      <Path d="M18 43c12 0 11-11 28-11" fill="none" stroke="#e9a3cd" strokeWidth={5} strokeLinecap="round" />
      <Path d="M18 32h28" fill="none" stroke="#ffffff" strokeWidth={5} strokeLinecap="round" />
    </Svg>
    <Text size="xl" weight="bold" className="tracking-tight">
      Streamline
    </Text>
  </View>
)
