import type { SubscriptionDetail } from '@streamline/client'
import { ownLeadChoices, toggledDay, useOwnReminders } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../design/card.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { DayToggles } from '../../../design/day-toggles.tsx'
import { FormError } from '../../../design/error-state.tsx'
import { WaitingCard } from '../../../design/waiting-card.tsx'

/** What the person who looks wants to hear of this one, and how many days ahead; kept as soon as it is said. */
export const RemindersCard = ({ subscription: { id } }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const { wishes, say, sayOwn, error, refused, retry } = useOwnReminders(id)
  if (wishes === undefined)
    return <WaitingCard label={t('reminders.loading')} rows={2} error={error} onRetry={retry} />
  return (
    <Card title={t('reminders.title')}>
      <div className="space-y-3">
        <CheckField
          label={t('reminders.mute')}
          hint={t('reminders.muteHint')}
          checked={wishes.muted}
          onChange={(muted) => say({ muted })}
        />
        {wishes.muted ? null : (
          <OwnDays days={wishes.leadDays} onOwn={sayOwn} onChange={(leadDays) => say({ leadDays })} />
        )}
        <FormError error={refused} />
      </div>
    </Card>
  )
}

const OwnDays = ({
  days,
  onOwn,
  onChange,
}: {
  days: readonly number[] | null
  onOwn: (isOwn: boolean) => void
  onChange: (days: number[]) => void
}) => {
  const { t } = useTranslation('subscriptions')
  return (
    <>
      <CheckField
        label={t('reminders.own')}
        hint={t('reminders.ownHint')}
        checked={days !== null}
        onChange={onOwn}
      />
      {days === null ? null : (
        <fieldset className="flex flex-wrap items-center gap-1">
          <legend className="mb-1.5 text-sm font-semibold">{t('reminders.days')}</legend>
          <DayToggles
            days={ownLeadChoices(days)}
            chosen={days}
            labelOf={(count) => t('reminders.lead', { count })}
            onToggle={(day) => onChange(toggledDay(days, day))}
          />
        </fieldset>
      )}
    </>
  )
}
