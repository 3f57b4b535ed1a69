import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ageOfScreen } from './kept-answers.ts'

/** By the clock and in the zone of the device: that is where it is read. */
export const ageText = (language: string, at: number): string =>
  new Intl.DateTimeFormat(`${language}-IN`, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)

const always = (): boolean => true

/** As of when everything on screen is, in words that come with the texts of the device; null as long as there is nothing to say. */
export const useScreenAge = (
  /** Whether that age is worth a word; must stay the same function. */
  isTold: (at: number, queries: QueryClient) => boolean = always,
): string | null => {
  const { t, i18n } = useTranslation('device')
  const queries = useQueryClient()
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    const look = (): void => {
      const age = ageOfScreen(queries)
      setAt(age !== null && isTold(age, queries) ? age : null)
    }
    look()
    return queries.getQueryCache().subscribe(look)
  }, [isTold, queries])
  return at === null ? null : t('offline.since', { time: ageText(i18n.language, at) })
}
