import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

const Unread = lazy(() => import('../features/notifications/unread.tsx'))

/** The way to what was told; how much of it waits to be read comes after the first screen. */
export const Bell = () => {
  const { t } = useTranslation()
  return (
    <Link
      to="/inbox"
      className="relative inline-flex size-11 shrink-0 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink aria-[current=page]:text-brand"
    >
      <BellIcon size={22} aria-hidden />
      <span className="sr-only">{t('nav.inbox')}</span>
      <Suspense>
        <Unread />
      </Suspense>
    </Link>
  )
}
