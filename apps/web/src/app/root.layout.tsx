import { isConfirming, subscribeToConfirmation } from '@streamline/client/identity'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { ToastRegion } from '../design/toast-region.tsx'
import { OfflineBanner } from './offline-banner.tsx'

const ConfirmSheet = lazy(() => import('../features/settings/confirm-sheet.tsx'))

/** After a move to another screen its heading has the focus, so that a screen reader begins there. */
const useFocusAfterNavigation = (): void => {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const heading = document.querySelector<HTMLElement>('#page-heading') ?? document.querySelector('main')
        heading?.focus({ preventScroll: true })
      }),
    [router],
  )
}

export const RootLayout = () => {
  const { t } = useTranslation()
  const loading = useRouterState({ select: ({ isLoading }) => isLoading })
  const confirming = useSyncExternalStore(subscribeToConfirmation, isConfirming, isConfirming)
  useFocusAfterNavigation()
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-control bg-brand px-5 py-3 font-semibold text-on-brand focus:translate-y-0"
      >
        {t('skip')}
      </a>
      {loading ? (
        <div className="fixed inset-x-0 top-0 z-60 h-0.5 animate-breathe bg-brand" aria-hidden />
      ) : null}
      <OfflineBanner />
      <Outlet />
      {confirming ? (
        <Suspense>
          <ConfirmSheet />
        </Suspense>
      ) : null}
      <ToastRegion />
    </>
  )
}
