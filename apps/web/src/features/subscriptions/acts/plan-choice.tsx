import { type Plan, type Subscription, useFormat, useIntervalText } from '@streamline/client'
import { usePlanChoice } from '@streamline/client/subscriptions'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../../design/classes.ts'
import { TextField } from '../../../design/field.tsx'
import { Money } from '../../../design/money.tsx'

const PlanText = ({ plan, everywhere }: { plan: Plan; everywhere: boolean }) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const interval = useIntervalText()
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold break-words">{plan.name}</span>
        <span className="block text-sm text-muted">
          {everywhere ? `${plan.providerName} · ` : null}
          {interval(plan.interval)}
          {plan.status === 'current'
            ? null
            : ` · ${t('plan.seen', { date: format.asOf(plan.asOf, plan.asOfPrecision) })}`}
        </span>
      </span>
      <Money value={plan.debit} />
    </>
  )
}

/** Another plan of the same provider, or of any where that was wrong too, found by a word, a price or a length. */
export const PlanChoice = ({
  subscription,
  everywhere = false,
  value,
  error,
  onChange,
}: {
  subscription: Pick<Subscription, 'providerId' | 'providerName' | 'kind' | 'renewal' | 'plan' | 'price'>
  everywhere?: boolean
  value: Plan | null
  error: string | undefined
  onChange: (plan: Plan) => void
}) => {
  const { t } = useTranslation('acts')
  const group = useId()
  const [text, setText] = useState('')
  const { plans, isPending, isEmpty, hasMore } = usePlanChoice(subscription, { everywhere, text, value })
  return (
    <div className="space-y-3">
      <TextField
        type="search"
        label={t('plan.find')}
        placeholder={t('plan.findHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={error}
      />
      <fieldset className="min-w-0" aria-busy={isPending}>
        <legend className="sr-only">
          {everywhere ? t('plan.find') : t('plan.choose', { provider: subscription.providerName ?? '' })}
        </legend>
        <div className="grid gap-2">
          {plans.map((plan) => (
            <label
              key={plan.id}
              className={classes(
                'flex min-h-12 items-center gap-3 rounded-control border px-4 py-2.5 transition-colors has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
                plan.id === value?.id
                  ? 'border-brand bg-brand-soft'
                  : 'border-strong/50 bg-surface hover:border-strong',
              )}
            >
              <input
                type="radio"
                className="size-4.5 shrink-0 accent-brand outline-none"
                name={group}
                checked={plan.id === value?.id}
                onChange={() => onChange(plan)}
              />
              <PlanText plan={plan} everywhere={everywhere} />
            </label>
          ))}
        </div>
      </fieldset>
      {isPending ? null : isEmpty ? (
        <p className="text-sm text-muted">{t('plan.none')}</p>
      ) : hasMore ? (
        <p className="text-sm text-muted">{t('plan.more')}</p>
      ) : null}
    </div>
  )
}
