import { WifiOff } from 'lucide-react'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { isOutOfReach, subscribeToReach } from '../features/kept/reach.ts'

const OfflineSince = lazy(() => import('../features/kept/offline-since.ts'))

/** Nobody answers: as of when it is what stands below, and what can be done all the same. */
export const OfflineBanner = () => {
  const { t } = useTranslation()
  const isAway = useSyncExternalStore(subscribeToReach, isOutOfReach, () => false)
  return (
    <output aria-live="polite" className="block">
      {isAway ? (
        <span className="flex items-center gap-2 bg-warn-soft px-4 py-2 text-sm font-medium text-warn wide:px-8 wide:[:root:has([data-shell])_&]:pl-72">
          <WifiOff size={16} className="shrink-0" aria-hidden />
          <span className="min-w-0">
            {t('offline')}{' '}
            <Suspense>
              <OfflineSince />
            </Suspense>
          </span>
        </span>
      ) : null}
    </output>
  )
}
