import type { SubscriptionDetail } from '@streamline/client'
import { ownLeadChoices, toggledDay, useOwnReminders } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../design/card.tsx'
import { DayToggles } from '../../../design/day-toggles.tsx'
import { ErrorState, FormError } from '../../../design/error-state.tsx'
import { Field } from '../../../design/field.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'

/** What the person who looks wants to hear of this one, and how many days ahead; kept as soon as it is said. */
export const RemindersCard = ({ subscription: { id } }: { subscription: Pick<SubscriptionDetail, 'id'> }) => {
  const { t } = useTranslation('subscriptions')
  const { wishes, say, sayOwn, error, refused, retry } = useOwnReminders(id)
  if (wishes === undefined)
    return (
      <Card title={t('reminders.title')}>
        {error ? <ErrorState error={error} onRetry={retry} /> : <SkeletonRows count={1} />}
      </Card>
    )
  const { muted, leadDays } = wishes
  return (
    <Card title={t('reminders.title')} className="gap-3">
      <SwitchRow
        label={t('reminders.mute')}
        hint={t('reminders.muteHint')}
        value={muted}
        onChange={(isMuted) => say({ muted: isMuted })}
      />
      {muted ? null : (
        <SwitchRow
          label={t('reminders.own')}
          hint={t('reminders.ownHint')}
          value={leadDays !== null}
          onChange={sayOwn}
        />
      )}
      {muted || leadDays === null ? null : (
        <Field label={t('reminders.days')}>
          <DayToggles
            label={t('reminders.days')}
            days={ownLeadChoices(leadDays)}
            chosen={leadDays}
            labelOf={(count) => t('reminders.lead', { count })}
            onToggle={(day) => say({ leadDays: toggledDay(leadDays, day) })}
          />
        </Field>
      )}
      <FormError error={refused} />
    </Card>
  )
}
