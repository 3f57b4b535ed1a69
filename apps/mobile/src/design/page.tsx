import type { ReactNode } from 'react'
import { KeyboardAvoidingView, RefreshControl, ScrollView, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { useColor } from './icon.tsx'
import { Heading, Text } from './text.tsx'

/** Heading, and what is said beneath it. */
export const PageHead = ({
  title,
  lead,
  aside,
}: {
  title: string
  lead?: string | undefined
  aside?: ReactNode
}) => (
  <View className="flex-row items-start justify-between gap-3">
    <View className="min-w-0 flex-1">
      <Heading size="2xl" className="tracking-tight">
        {title}
      </Heading>
      {lead === undefined ? null : <Text tone="muted">{lead}</Text>}
    </View>
    {aside}
  </View>
)

/** A screen that scrolls: under the status bar, never under the keyboard, and pulled down it asks again. */
export const Page = ({
  head,
  children,
  dock,
  refreshing = false,
  onRefresh,
  inTabs = false,
}: {
  /** Stands above and does not scroll: the way back. */
  head?: ReactNode
  children: ReactNode
  /** Stands at the thumb and does not scroll. */
  dock?: ReactNode
  refreshing?: boolean
  onRefresh?: (() => void) | undefined
  /** The bar of rooms below has seen to the edge of the screen. */
  inTabs?: boolean
}) => {
  const { top, bottom } = useSafeAreaInsets()
  const brand = useColor('brand')
  return (
    <KeyboardAvoidingView behavior="padding" className="flex-1 bg-canvas" style={{ paddingTop: top }}>
      {head}
      <ScrollView
        className="flex-1"
        contentContainerClassName="mx-auto w-full max-w-2xl gap-4 px-4 pt-4"
        contentContainerStyle={{ paddingBottom: (inTabs || dock ? 24 : 24 + bottom) + (inTabs ? 72 : 0) }}
        keyboardShouldPersistTaps="handled"
        refreshControl={
          onRefresh === undefined ? undefined : (
            <RefreshControl
              refreshing={refreshing}
              onRefresh={onRefresh}
              colors={[brand]}
              tintColor={brand}
            />
          )
        }
      >
        {children}
      </ScrollView>
      {dock === undefined ? null : (
        <View
          className="border-t border-line bg-surface px-4 pt-3"
          style={{ paddingBottom: 12 + (inTabs ? 0 : bottom) }}
        >
          {dock}
        </View>
      )}
    </KeyboardAvoidingView>
  )
}
