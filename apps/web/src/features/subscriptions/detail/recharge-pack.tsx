import { type SubscriptionDetail, useHousehold } from '@streamline/client'
import { openUntil, type RechargeDraft } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { Controller, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { TextField } from '../../../design/field.tsx'
import { focusFirst } from '../../../design/focus-first.ts'
import { IntervalField } from '../fields/interval-field.tsx'

/** When, for how long and for how much. */
export const RechargePack = ({
  subscription: { renewal, startsOn, timeline, price, interval, dayRate },
  form,
  control,
  errorAt,
  onDay,
  onInterval,
}: {
  subscription: SubscriptionDetail
  form: RechargeDraft
  control: Control<RechargeDraft>
  errorAt: (field: keyof RechargeDraft) => string | undefined
  onDay: (day: string) => void
  onInterval: (interval: BillingInterval) => void
}) => {
  const { t } = useTranslation(['subscriptions', 'acts'])
  const { today } = useHousehold()
  const restarts = renewal === 'automatic'
  return (
    <>
      <TextField
        type="date"
        ref={focusFirst}
        label={t(restarts ? 'recharge.restartWhen' : 'recharge.when')}
        min={restarts ? (openUntil(timeline) ?? startsOn) : startsOn}
        max={today}
        value={form.renewedOn}
        onChange={(event) => onDay(event.target.value)}
        error={errorAt('renewedOn')}
      />
      <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-5">
        {dayRate === null ? (
          <IntervalField
            label={t('acts:recharge.validity')}
            isLength
            own={form.plan?.interval ?? interval}
            value={form.interval}
            error={errorAt('interval')}
            onChange={onInterval}
          />
        ) : null}
        <Controller
          control={control}
          name="price"
          render={({ field }) => (
            <AmountField
              {...field}
              label={t('recharge.price')}
              currency={price.currency}
              error={errorAt('price')}
            />
          )}
        />
      </div>
    </>
  )
}
