import { useHousehold } from '../client-context.tsx'
import { useFormat } from './format.ts'
import { useMemo } from 'react'

/** "3 Dec 2026, 2:05 pm", where the household is. */
export const useInstant = (): ((instant: string) => string) => {
  const { locale } = useFormat()
  const { timeZone } = useHousehold()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
    return (instant) => format.format(new Date(instant))
  }, [locale, timeZone])
}
