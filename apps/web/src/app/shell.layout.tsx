import { PeopleInOrder, useMembers } from '@streamline/client/households'
import { useMe } from '@streamline/client/identity'
import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Bell } from './bell.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { Logo } from '../design/logo.tsx'
import { Sidebar } from './sidebar.tsx'
import { HouseholdName } from './household-name.tsx'
import { VerifyPlace } from '../features/settings/verify-place.tsx'

const Kept = lazy(() => import('../features/kept/kept.tsx'))
const LiveHousehold = lazy(() => import('./live-household.ts'))
const ReleasePrompt = lazy(() => import('./releases/release-prompt.tsx'))
const Shortcuts = lazy(() => import('./palette/shortcuts.tsx'))
const VerifyBanner = lazy(() => import('../features/settings/verify-banner.tsx'))

/** Sidebar on a wide window, a bar at the thumb on a narrow one; the screen in between. */
export const ShellLayout = () => {
  const { t } = useTranslation()
  const me = useMe().data
  const members = useMembers().data
  const people = useMemo(() => (members ?? []).map(({ id }) => id), [members])
  return (
    <PeopleInOrder value={people}>
      <div data-shell className="min-h-dvh wide:pl-64">
        <Sidebar />
        <Suspense>
          <Kept />
        </Suspense>
        {me?.demo ? <DemoBanner /> : null}
        {me && !me.demo && !me.emailVerified ? (
          <Suspense fallback={<VerifyPlace />}>
            <VerifyBanner email={me.email} />
          </Suspense>
        ) : null}
        <header className="flex items-center justify-between gap-3 px-4 pt-3 wide:hidden">
          <Link
            to="/home"
            aria-label={t('name')}
            className="flex min-h-11 min-w-11 shrink-0 items-center justify-center rounded-tile"
          >
            <Logo nameClass="max-sm:hidden" />
          </Link>
          <div className="flex min-w-0 items-center gap-1 max-sm:flex-1 max-sm:justify-between">
            <div className="min-w-0">
              <HouseholdName />
            </div>
            <Bell />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="pb-[calc(5.5rem+env(safe-area-inset-bottom))] wide:pb-8">
          <Outlet />
        </main>
        <BottomBar />
        <Suspense>
          <LiveHousehold />
          <ReleasePrompt />
          <Shortcuts />
        </Suspense>
      </div>
    </PeopleInOrder>
  )
}
