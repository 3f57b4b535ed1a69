import { createFormat, FormatProvider, HouseholdProvider, useSessionState } from '@streamline/client'
import { PeopleInOrder, useMembers } from '@streamline/client/households'
import { useMe } from '@streamline/client/identity'
import { Redirect } from 'expo-router'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ErrorState } from '../design/error-state.tsx'
import { Page, PageHead } from '../design/page.tsx'
import { SkeletonCard } from '../design/skeleton.tsx'
import { useCurrentHousehold } from '../features/households/current-household.ts'
import { LeaveButton } from '../features/identity/leave-button.tsx'
import { KeptBar } from '../features/kept/kept-bar.tsx'
import { ConfirmSheet } from '../features/settings/confirm-sheet.tsx'
import { useIncomingText } from '../features/shared-text/use-incoming-text.ts'
import { useWidget } from '../features/widget/use-widget.ts'
import { AskSheet } from '../features/notifications/ask-sheet.tsx'
import { useLiveHousehold } from './live-household.ts'
import { useNoticesHere } from './use-notices-here.ts'

const People = ({ children }: { children: ReactNode }) => {
  const members = useMembers().data
  const people = useMemo(() => (members ?? []).map(({ id }) => id), [members])
  useLiveHousehold()
  useNoticesHere()
  useIncomingText()
  useWidget()
  return <PeopleInOrder value={people}>{children}</PeopleInOrder>
}

/** Everything below knows whose household it shows and how its money and dates are written. */
export const HouseholdShell = ({ children }: { children: ReactNode }) => {
  const { t, i18n } = useTranslation()
  const tooLarge = useTranslation('words').t('tooLarge')
  const state = useSessionState()
  const me = useMe()
  const household = useCurrentHousehold(me.data?.households ?? [])
  const country = household?.country ?? 'IN'
  const today = household?.today ?? null
  const language = i18n.language === 'hi' ? 'hi' : 'en'
  const format = useMemo(
    () => createFormat({ language, country, today, tooLarge }),
    [language, country, today, tooLarge],
  )
  if (state === 'signedOut') return <Redirect href="/" />
  if (me.data === undefined)
    return (
      <Page>
        {me.error ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : <SkeletonCard />}
        {me.error ? <LeaveButton /> : null}
      </Page>
    )
  if (household === undefined)
    return (
      <Page>
        <View className="pt-10">
          <PageHead title={t('noHousehold.title')} lead={t('noHousehold.text')} />
        </View>
        <LeaveButton />
      </Page>
    )
  return (
    <HouseholdProvider household={household}>
      <FormatProvider value={format}>
        <People>
          <KeptBar>{children}</KeptBar>
          <AskSheet />
        </People>
        <ConfirmSheet />
      </FormatProvider>
    </HouseholdProvider>
  )
}
