import { letterTile } from '@streamline/client/catalogue'
import { View } from 'react-native'
import { classes } from './classes.ts'
import { Text } from './text.tsx'

const sizes = {
  sm: { box: 'size-8 rounded-[10px]', text: 'xs' },
  md: { box: 'size-11 rounded-tile', text: 'base' },
  lg: { box: 'size-16 rounded-[18px]', text: '2xl' },
} as const

/** Whose plan it is, at a glance. The name always stands beside it, so a screen reader passes it by. */
export const BrandTile = ({
  name,
  color,
  size = 'md',
}: {
  name: string
  color: string | null
  size?: keyof typeof sizes
}) => {
  const { letters, letter, background } = letterTile(name, color)
  return (
    <View
      aria-hidden
      className={classes('shrink-0 items-center justify-center', sizes[size].box)}
      style={{ backgroundColor: background }}
    >
      <Text size={sizes[size].text} weight="bold" style={{ color: letter }} allowFontScaling={false}>
        {letters}
      </Text>
    </View>
  )
}
