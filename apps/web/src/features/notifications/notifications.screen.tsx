import {
  useNotificationPreferences,
  useUpdateNotificationPreferences,
} from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { useTranslation } from 'react-i18next'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { DeliveriesCard } from './deliveries-card.tsx'
import { NextMessagesCard } from './next-messages-card.tsx'
import { PreferencesForm } from './preferences-form.tsx'
import { TestCard } from './test-card.tsx'
import { WebhooksCard } from './webhooks-card.tsx'

/** What somebody is told, how and when, beside what comes next because of it. */
export const NotificationsScreen = () => {
  const { t } = useTranslation('notifications')
  const { data, error, refetch } = useNotificationPreferences()
  // Here and not in the form, which begins anew with what was saved.
  const update = useUpdateNotificationPreferences()
  return (
    <SettingsPage title={t('title')}>
      <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2 wide:gap-6">
        <div className="space-y-4 wide:space-y-6">
          {data === undefined ? (
            <WaitingCard label={t('loading')} rows={9} error={error} onRetry={() => void refetch()} />
          ) : (
            <PreferencesForm
              key={data.revision}
              preferences={data}
              update={update}
              onSave={(draft) => update.mutate(draft, { onSuccess: () => showToast(t('saved')) })}
            />
          )}
          <TestCard />
          <DeliveriesCard />
        </div>
        <div className="space-y-4 wide:space-y-6">
          <NextMessagesCard />
          <CalendarCard />
          <WebhooksCard />
        </div>
      </div>
    </SettingsPage>
  )
}
