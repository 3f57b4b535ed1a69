import {
  createFormat,
  DraftKeeping,
  FormatProvider,
  HouseholdProvider,
  useApi,
  useSessionState,
} from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../design/button.tsx'
import { useCurrentHousehold } from '../features/households/current-household.ts'
import { useKeptDraft } from '../design/kept-draft.ts'
import { useLanguage } from '../design/language.ts'
import { PendingScreen } from './pending.screen.tsx'
import { useLeave } from '../features/identity/sign-out.ts'
import { readStored, writeStored } from '../design/stored.ts'

const FirstHousehold = lazy(() => import('../features/households/first-household.tsx'))

/** Everything below knows whose household it shows and how its money and dates are written. */
export const HouseholdLayout = () => {
  const { t } = useTranslation()
  const state = useSessionState()
  const { data: me } = useMe()
  const household = useCurrentHousehold(me?.households ?? [])
  const [language, chooseLanguage] = useLanguage()
  const { leave, busy } = useLeave()

  const householdId = household?.id
  useEffect(() => {
    if (householdId !== undefined && state === 'signedIn') writeStored('household', householdId)
  }, [householdId, state])

  const locale = me?.locale
  useEffect(() => {
    if (locale && locale !== language && readStored('language') === null) void chooseLanguage(locale)
    // Only when the account's choice arrives; later choices are made on this device.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [locale])

  // Who never chose one, or chose before there was an account, gets letters and reminders in the language of the screen.
  const { client } = useApi()
  const isUnsaid = me?.locale === null
  useEffect(() => {
    if (isUnsaid) void client.me.update({ locale: language }).catch(() => null)
  }, [client, isUnsaid, language])

  const country = household?.country ?? 'IN'
  const today = household?.today ?? null
  const tooLarge = useTranslation('words').t('tooLarge')
  const format = useMemo(
    () => createFormat({ language, country, today, tooLarge }),
    [language, country, today, tooLarge],
  )

  // The guard is on its way to the sign-in screen.
  if (state === 'signedOut' || !me) return <PendingScreen />
  if (!household)
    return (
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-md px-4 pt-14 pb-12">
        <h1 id="page-heading" tabIndex={-1} className="text-2xl font-bold tracking-tight">
          {t('noHousehold.title')}
        </h1>
        <p className="mt-1.5 mb-6 text-muted">{t('noHousehold.text')}</p>
        <Suspense>
          <FirstHousehold />
        </Suspense>
        <Button variant="quiet" wide busy={busy} onClick={() => leave('/')} className="mt-4">
          {t('signOut')}
        </Button>
      </main>
    )
  return (
    <HouseholdProvider household={household}>
      <FormatProvider value={format}>
        <DraftKeeping value={useKeptDraft}>
          <Outlet />
        </DraftKeeping>
      </FormatProvider>
    </HouseholdProvider>
  )
}
