import { ChevronRight } from './icons.ts'
import type { ReactNode } from 'react'
import { Pressable, View } from 'react-native'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { Text } from './text.tsx'

interface RowContent {
  leading?: ReactNode
  title: string
  subtitle?: string | undefined
  /** Beneath, where one line is not enough. */
  detail?: ReactNode
  /** At the right: an amount over a date. */
  trailing?: ReactNode
}

const rowClass = 'min-h-16 flex-row items-center gap-3 px-5 py-3'

const Content = ({ leading, title, subtitle, detail, trailing }: RowContent) => (
  <>
    {leading}
    <View className="min-w-0 flex-1">
      <Text weight="semibold" numberOfLines={2}>
        {title}
      </Text>
      {subtitle ? (
        <Text size="sm" tone="muted" numberOfLines={1}>
          {subtitle}
        </Text>
      ) : null}
      {detail}
    </View>
    {trailing ? <View className="shrink-0 items-end">{trailing}</View> : null}
  </>
)

/** A whole row that leads somewhere. */
export const RowLink = ({
  onPress,
  label,
  withArrow = true,
  ...content
}: RowContent & { onPress: () => void; label?: string; withArrow?: boolean }) => (
  <Pressable
    accessibilityRole="button"
    accessibilityLabel={label}
    onPress={onPress}
    className={classes(rowClass, 'active:bg-sunken')}
  >
    <Content {...content} />
    {withArrow ? <Icon of={ChevronRight} size={18} tone="faint" /> : null}
  </Pressable>
)
