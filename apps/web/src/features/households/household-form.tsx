import { useHousehold, useOpened } from '@streamline/client'
import { useUpdateHousehold } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { keepTyping, nothingTyped } from '../../design/kept-typing.ts'
import { CountryField, CurrencyField, TimeZoneField } from '../../design/place-fields.tsx'

export const HouseholdForm = () => {
  const { t } = useTranslation('households')
  const app = useTranslation('app').t
  const household = useHousehold()
  const { name, country, timeZone, currency, role } = household
  const update = useUpdateHousehold()
  const { control, register, handleSubmit, reset, formState } = useForm({
    values: { name, country, currency, timeZone },
    resetOptions: keepTyping,
  })
  const { revision } = useOpened(household, update.error, formState.isDirty)
  const chosenCountry = useWatch({ control, name: 'country' })
  const mayChange = role === 'owner'
  const submit = handleSubmit((input) =>
    update.mutate(
      { revision, ...input },
      {
        onSuccess: () => {
          reset(input, nothingTyped)
          showToast(t('saved'))
        },
      },
    ),
  )
  return (
    <Card title={t('title')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <fieldset disabled={!mayChange} className="min-w-0 space-y-4">
          <TextField
            {...register('name', { validate: (text) => text.trim() !== '' || t('missingName') })}
            label={t('name')}
            error={formState.errors.name?.message}
            maxLength={120}
          />
          <CountryField {...register('country')} />
          <CurrencyField {...register('currency')} hint={t('currencyHint')} />
          <TimeZoneField {...register('timeZone')} country={chosenCountry} hint={t('timeZoneHint')} />
          <FormError error={update.error} />
          {mayChange ? (
            <Button type="submit" variant="secondary" busy={update.isPending} disabled={!formState.isDirty}>
              {app('actions.save')}
            </Button>
          ) : (
            <p className="text-sm text-faint">{t('readOnly')}</p>
          )}
        </fieldset>
      </form>
    </Card>
  )
}
