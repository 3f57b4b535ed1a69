import {
  useNotificationPreferences,
  useUpdateNotificationPreferences,
  withRule,
} from '@streamline/client/notifications'
import type { NotificationPreferences } from '@streamline/client'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { DeliveriesCard, TestCard } from './deliveries-cards.tsx'
import { NextCard } from './next-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { TimesCard } from './times-card.tsx'
import { WebhooksCard } from './webhooks-card.tsx'

/** On the revision it was opened on: what somebody chose elsewhere meanwhile is not written over. */
const Form = ({
  preferences,
  update,
}: {
  preferences: NotificationPreferences
  update: ReturnType<typeof useUpdateNotificationPreferences>
}) => {
  const { t } = useTranslation(['notifications', 'app'])
  const [draft, setDraft] = useState(preferences)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(preferences)
  const save = (): void => update.mutate(draft, { onSuccess: () => showToast(t('saved')) })
  return (
    <SettingsPage
      title={t('title')}
      dock={
        isChanged ? (
          <View className="gap-3">
            <FormError error={update.error} />
            <Button size="lg" busy={update.isPending} onPress={save}>
              {t('app:actions.save')}
            </Button>
          </View>
        ) : undefined
      }
    >
      <RulesCard
        rules={draft.rules}
        onChange={(rule) => setDraft({ ...draft, rules: withRule(draft.rules, rule) })}
      />
      <TimesCard draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
      <CalendarCard />
      <WebhooksCard />
      <TestCard />
      <NextCard />
      <DeliveriesCard />
    </SettingsPage>
  )
}

/** What somebody is told, how and when, beside what comes next because of it. */
export const NotificationsScreen = () => {
  const { t } = useTranslation('notifications')
  const { data, error, refetch } = useNotificationPreferences()
  // Here and not in the form, which begins anew with what was saved.
  const update = useUpdateNotificationPreferences()
  if (data !== undefined) return <Form key={data.revision} preferences={data} update={update} />
  return (
    <SettingsPage title={t('title')}>
      {error ? (
        <Card>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </Card>
      ) : (
        <SkeletonCard count={6} />
      )}
    </SettingsPage>
  )
}
