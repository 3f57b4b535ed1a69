import { ageOfScreen, loadDeviceTexts } from '@streamline/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** By the clock and in the zone of the device: that is where it is read. */
const timeText = (language: string, at: number): string =>
  new Intl.DateTimeFormat(`${language}-IN`, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)

/** As of when everything on screen is, in words; null as long as there is nothing, or the words are on their way. */
const OfflineSince = () => {
  const { t, i18n } = useTranslation('device')
  const queries = useQueryClient()
  const [isReady, setReady] = useState(false)
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    void loadDeviceTexts(i18n).then(
      () => setReady(true),
      () => null,
    )
    const look = (): void => setAt(ageOfScreen(queries))
    look()
    return queries.getQueryCache().subscribe(look)
  }, [i18n, queries])
  return isReady && at !== null ? t('offline.since', { time: timeText(i18n.language, at) }) : null
}

export default OfflineSince
