import { type ApiKey, useFormat } from '@streamline/client'
import { useCreateApiKey } from '@streamline/client/identity'
import { addDays, type CalendarDate } from '@streamline/domain'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { CheckField } from '../../design/check-field.tsx'
import { FormError } from '../../design/error-state.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { ShownOnce } from '../../design/shown-once.tsx'
import { useKeptFocus } from '../../design/use-kept-focus.ts'

type Scope = ApiKey['scopes'][number]

const scopes: readonly Scope[] = [
  'profile.read',
  'households.read',
  'subscriptions.read',
  'subscriptions.write',
  'billing.read',
  'billing.write',
]

const expiries = ['month', 'quarter', 'year', 'never'] as const

const daysOf: Partial<Record<string, number>> = { month: 30, quarter: 90, year: 365 }

const expiryOf = (chosen: string, today: CalendarDate | null): { expiresOn?: CalendarDate } => {
  const days = daysOf[chosen]
  return days === undefined || today === null ? {} : { expiresOn: addDays(today, days) }
}

/** What the key may do, until when; then the key itself, once. */
export const NewApiKey = () => {
  const { t } = useTranslation('account')
  const { today } = useFormat()
  const create = useCreateApiKey()
  const place = useKeptFocus<HTMLDivElement>(create.data)
  const missing = useId()
  const [chosen, setChosen] = useState<readonly Scope[]>([])
  const { register, handleSubmit, reset, formState } = useForm({
    defaultValues: { name: '', expiry: 'quarter' },
  })
  const noScope = formState.isSubmitted && chosen.length === 0
  const submit = handleSubmit(({ name, expiry }) => {
    if (chosen.length === 0) return
    create.mutate(
      { name: name.trim(), scopes: [...chosen], ...expiryOf(expiry, today) },
      {
        onSuccess: () => {
          reset()
          setChosen([])
        },
      },
    )
  })
  if (create.data)
    return (
      <ShownOnce
        title={t('keys.created')}
        lead={t('keys.once')}
        text={create.data.key}
        done={t('keys.done')}
        onDone={() => create.reset()}
      >
        <p className="font-mono break-all">{create.data.key}</p>
      </ShownOnce>
    )
  return (
    <Card title={t('keys.new')}>
      <div ref={place} tabIndex={-1}>
        <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
          <TextField
            {...register('name', { validate: (name) => name.trim() !== '' || t('keys.missingName') })}
            label={t('keys.name')}
            hint={t('keys.nameHint')}
            error={formState.errors.name?.message}
            autoComplete="off"
            maxLength={120}
          />
          <fieldset className="min-w-0 space-y-2" aria-describedby={noScope ? missing : undefined}>
            <legend className="mb-1.5 text-sm font-semibold">{t('keys.scopes')}</legend>
            {scopes.map((scope) => (
              <CheckField
                key={scope}
                label={t(`keys.scope.${scope}`)}
                checked={chosen.includes(scope)}
                onChange={(checked) =>
                  setChosen(scopes.filter((one) => (one === scope ? checked : chosen.includes(one))))
                }
              />
            ))}
            {noScope ? (
              <p id={missing} role="alert" className="text-sm font-medium text-danger">
                {t('keys.missingScope')}
              </p>
            ) : null}
          </fieldset>
          <SelectField {...register('expiry')} label={t('keys.expires')}>
            {expiries.map((expiry) => (
              <option key={expiry} value={expiry}>
                {t(`keys.expiry.${expiry}`)}
              </option>
            ))}
          </SelectField>
          <FormError error={create.error} />
          <Button type="submit" busy={create.isPending}>
            {t('keys.create')}
          </Button>
        </form>
      </div>
    </Card>
  )
}
