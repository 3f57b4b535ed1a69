import type { LucideIcon } from 'lucide-react-native'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { Icon } from './icon.tsx'
import { Heading, Text } from './text.tsx'

/** Nothing here yet: what it is for, and the one next step. */
export const Empty = ({
  icon,
  title,
  text,
  action,
}: {
  icon: LucideIcon
  title: string
  text?: string
  action?: ReactNode
}) => (
  <View className="items-center gap-2 px-6 py-10">
    <View className="mb-2 size-14 items-center justify-center rounded-full bg-brand-soft">
      <Icon of={icon} size={26} tone="brand" />
    </View>
    <Heading className="text-center">{title}</Heading>
    {text === undefined ? null : (
      <Text tone="muted" className="text-center">
        {text}
      </Text>
    )}
    {action ? <View className="mt-3">{action}</View> : null}
  </View>
)
