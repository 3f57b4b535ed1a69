import {
  type Plan,
  type Subscription,
  itemsOf,
  useDebounced,
  useFormat,
  useHousehold,
  useIntervalText,
} from '@streamline/client'
import { usePlans } from '@streamline/client/catalogue'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../../design/classes.ts'
import { TextField } from '../../../design/field.tsx'
import { Money } from '../../../design/money.tsx'

/** What fits into a sheet; more are found by a word. */
const shown = 6

const restMs = 150

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
  subscription: { providerId, providerName, kind, renewal, plan: own, price },
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
  const { country } = useHousehold()
  const group = useId()
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), restMs)
  const list = usePlans(
    everywhere
      ? { country, kind, ...(q === '' ? {} : { q }) }
      : providerId === null
        ? null
        : { country, providerId, kind, ...(q === '' ? {} : { q }) },
  )
  // Another plan does not change how it renews; what is no longer sold is found by who asks for it.
  const all = itemsOf(list.data).filter(
    (plan) =>
      plan.id !== own?.id &&
      (everywhere ? plan.price.currency === price.currency : plan.renewal === renewal) &&
      (plan.status !== 'superseded' || q !== ''),
  )
  const first = all.slice(0, shown)
  // What is chosen stays in sight whatever is searched for next.
  const plans = value === null || first.some(({ id }) => id === value.id) ? first : [value, ...first]
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
      <fieldset className="min-w-0" aria-busy={list.isPending}>
        <legend className="sr-only">
          {everywhere ? t('plan.find') : t('plan.choose', { provider: providerName ?? '' })}
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
      {list.isPending ? null : all.length === 0 ? (
        <p className="text-sm text-muted">{t('plan.none')}</p>
      ) : all.length > shown || list.hasNextPage ? (
        <p className="text-sm text-muted">{t('plan.more')}</p>
      ) : null}
    </div>
  )
}
