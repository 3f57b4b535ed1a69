import { CloudUpload } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

let ids: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What of the screen waits to be sent: charges that were paid, packs that were recharged. */
export const setWaiting = (next: ReadonlySet<string>): void => {
  ids = next
  for (const listener of listeners) listener()
}

export const useIsWaiting = (id: string | null): boolean => {
  const waiting = useSyncExternalStore(subscribe, () => ids)
  return id !== null && waiting.has(id)
}

/** In the place of a button that was pressed while nobody answered. */
export const Waits = () => {
  const { t } = useTranslation()
  return (
    <span className="flex min-h-11 items-center justify-center gap-1.5 text-sm font-medium text-muted">
      <CloudUpload size={16} className="shrink-0" aria-hidden />
      {t('waits')}
    </span>
  )
}
