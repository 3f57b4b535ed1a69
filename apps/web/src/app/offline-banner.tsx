import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

export const OfflineBanner = () => {
  const { t } = useTranslation()
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  return (
    <output aria-live="polite" className="block">
      {online ? null : (
        <span className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2.5 text-center text-sm font-medium text-warn">
          <WifiOff size={16} className="shrink-0" aria-hidden />
          {t('offline')}
        </span>
      )}
    </output>
  )
}
