import type { SubscriptionDetail, SubscriptionWishes } from '@streamline/client'
import {
  firstOwnLeads,
  ownLeadChoices,
  toggledDay,
  useSubscriptionWishes,
  useWish,
} from '@streamline/client/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../design/card.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { DayToggles } from '../../../design/day-toggles.tsx'
import { FormError } from '../../../design/error-state.tsx'
import { WaitingCard } from '../../../design/waiting-card.tsx'

/** What the person who looks wants to hear of this one, and how many days ahead; kept as soon as it is said. */
export const RemindersCard = ({ subscription: { id } }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const { data, error, refetch } = useSubscriptionWishes(id)
  const wish = useWish()
  const [said, setSaid] = useState<Partial<SubscriptionWishes>>({})
  if (data === undefined)
    return (
      <WaitingCard label={t('reminders.loading')} rows={2} error={error} onRetry={() => void refetch()} />
    )
  // What was just said stands there at once.
  const wishes = { ...data, ...said }
  const say = (change: Partial<SubscriptionWishes>) => {
    setSaid((before) => ({ ...before, ...change }))
    wish.mutate({ id, ...change }, { onSettled: () => setSaid({}) })
  }
  return (
    <Card title={t('reminders.title')}>
      <div className="space-y-3">
        <CheckField
          label={t('reminders.mute')}
          hint={t('reminders.muteHint')}
          checked={wishes.muted}
          onChange={(muted) => say({ muted })}
        />
        {wishes.muted ? null : <OwnDays days={wishes.leadDays} onChange={(leadDays) => say({ leadDays })} />}
        <FormError error={wish.error} />
      </div>
    </Card>
  )
}

const OwnDays = ({
  days,
  onChange,
}: {
  days: readonly number[] | null
  onChange: (days: number[] | null) => void
}) => {
  const { t } = useTranslation('subscriptions')
  return (
    <>
      <CheckField
        label={t('reminders.own')}
        hint={t('reminders.ownHint')}
        checked={days !== null}
        onChange={(isOwn) => onChange(isOwn ? [...firstOwnLeads] : null)}
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
