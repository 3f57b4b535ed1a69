import { useState, type ReactNode } from 'react'
import { Pressable, View } from 'react-native'
import { Icon } from './icon.tsx'
import { ChevronDown, ChevronUp } from './icons.ts'
import { Text } from './text.tsx'

/** What few people look into: a line until somebody asks. */
export const Disclosure = ({
  label,
  aside,
  children,
}: {
  label: string
  /** Beside the label while it is shut. */
  aside?: string
  children: ReactNode
}) => {
  const [open, setOpen] = useState(false)
  return (
    <View className="rounded-control border border-line">
      <Pressable
        accessibilityRole="button"
        aria-expanded={open}
        onPress={() => setOpen(!open)}
        className="min-h-12 flex-row items-center justify-between gap-3 rounded-control px-4 active:bg-sunken"
      >
        <Text weight="semibold" className="min-w-0 flex-1">
          {label}
        </Text>
        {open || aside === undefined ? null : (
          <Text size="sm" tone="muted" numberOfLines={1} className="max-w-[50%]">
            {aside}
          </Text>
        )}
        <Icon of={open ? ChevronUp : ChevronDown} size={18} tone="muted" />
      </Pressable>
      {open ? <View className="gap-4 px-4 pt-1 pb-4">{children}</View> : null}
    </View>
  )
}
