import { letterTile } from '@streamline/client/catalogue'
import type { Look } from '@streamline/domain'
import { View } from 'react-native'
import { classes } from './classes.ts'
import { Text } from './text.tsx'

const sizes = {
  sm: { box: 'size-8 rounded-[10px]', text: 'xs', emoji: 'base' },
  md: { box: 'size-11 rounded-tile', text: 'base', emoji: 'xl' },
  lg: { box: 'size-16 rounded-[18px]', text: '2xl', emoji: '2xl' },
} as const

/** Whose plan it is, at a glance. The name always stands beside it, so a screen reader passes it by. */
export const BrandTile = ({
  name,
  color,
  look,
  size = 'md',
}: {
  name: string
  /** Of the brand. */
  color: string | null
  /** What somebody chose instead; an answer that was kept before there was one has none. */
  look?: Look | null | undefined
  size?: keyof typeof sizes
}) => {
  if (look?.emoji !== undefined)
    return (
      <View
        aria-hidden
        className={classes('shrink-0 items-center justify-center bg-sunken', sizes[size].box)}
      >
        <Text size={sizes[size].emoji} allowFontScaling={false}>
          {look.emoji}
        </Text>
      </View>
    )
  const { letters, letter, background } = letterTile(name, look?.color ?? color)
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
