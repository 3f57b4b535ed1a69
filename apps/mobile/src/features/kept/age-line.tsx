import { useScreenAge } from '@streamline/client'
import type { QueryClient } from '@tanstack/react-query'
import { View } from 'react-native'
import { Icon } from '../../design/icon.tsx'
import { CloudOff } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'

/** Younger than this nobody asks how old it is. */
const fresh = 5 * 60_000

const isOldAndAlone = (at: number, queries: QueryClient): boolean =>
  Date.now() - at > fresh &&
  queries
    .getQueryCache()
    .findAll({ queryKey: ['households'], type: 'active' })
    .some(({ state }) => state.fetchFailureCount > 0)

/** As of when what is on screen is, where it is old because nobody answered. */
export const AgeLine = () => {
  const age = useScreenAge(isOldAndAlone)
  if (age === null) return null
  return (
    <View
      accessibilityLiveRegion="polite"
      className="flex-row items-center gap-2.5 rounded-control bg-warn-soft px-4 py-3"
    >
      <Icon of={CloudOff} size={18} tone="warn" />
      <Text size="sm" weight="medium" tone="warn" className="min-w-0 flex-1">
        {age}
      </Text>
    </View>
  )
}
