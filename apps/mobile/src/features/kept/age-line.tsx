import { ageOfScreen } from '@streamline/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Icon } from '../../design/icon.tsx'
import { CloudOff } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'

/** Younger than this nobody asks how old it is. */
const fresh = 5 * 60_000

/** By the clock and in the zone of the device: that is where it is read. */
const timeText = (language: string, at: number): string =>
  new Intl.DateTimeFormat(`${language}-IN`, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)

/** As of when what is on screen is, where it is old because nobody answered. */
export const AgeLine = () => {
  const { t, i18n } = useTranslation('device')
  const queries = useQueryClient()
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    const look = (): void => {
      const age = ageOfScreen(queries)
      const isAway = queries
        .getQueryCache()
        .findAll({ queryKey: ['households'], type: 'active' })
        .some(({ state }) => state.fetchFailureCount > 0)
      setAt(age !== null && isAway && Date.now() - age > fresh ? age : null)
    }
    look()
    return queries.getQueryCache().subscribe(look)
  }, [queries])
  if (at === null) return null
  return (
    <View
      accessibilityLiveRegion="polite"
      className="flex-row items-center gap-2.5 rounded-control bg-warn-soft px-4 py-3"
    >
      <Icon of={CloudOff} size={18} tone="warn" />
      <Text size="sm" weight="medium" tone="warn" className="min-w-0 flex-1">
        {t('offline.since', { time: timeText(i18n.language, at) })}
      </Text>
    </View>
  )
}
