import type { Household } from '@streamline/client'
import { devicePlace, useCreateHousehold, zoneIn } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { chooseHousehold } from './current-household.ts'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { CountryField, CurrencyField, TimeZoneField } from '../../design/place-fields.tsx'

/** A household with its country, currency and time zone; it is the one on screen from then on. */
export const NewHouseholdForm = ({ onCreated }: { onCreated?: (household: Household) => void }) => {
  const { t } = useTranslation('households')
  const create = useCreateHousehold()
  const { control, register, getValues, setValue, handleSubmit, formState } = useForm({
    defaultValues: { name: '', currency: '', ...devicePlace(navigator.language) },
  })
  const country = useWatch({ control, name: 'country' })
  const submit = handleSubmit(({ name, currency, ...place }) =>
    // With the first household this form is gone before it would hear a callback.
    create.mutateAsync({ name: name.trim(), ...place, ...(currency === '' ? {} : { currency }) }).then(
      (household) => {
        chooseHousehold(household.id)
        showToast(t('created', { name: household.name }))
        return onCreated?.(household)
      },
      () => null,
    ),
  )
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4 text-left">
      <TextField
        {...register('name', { validate: (text) => text.trim() !== '' || t('missingName') })}
        label={t('name')}
        error={formState.errors.name?.message}
        autoComplete="off"
        maxLength={120}
      />
      <CountryField
        {...register('country', {
          onChange: (event: { target: { value: string } }) =>
            setValue('timeZone', zoneIn(event.target.value, getValues('timeZone'))),
        })}
      />
      <CurrencyField {...register('currency')} auto={t('currencyAuto')} />
      <TimeZoneField {...register('timeZone')} country={country} />
      <FormError error={create.error} />
      <Button type="submit" wide busy={create.isPending}>
        {t('createSubmit')}
      </Button>
    </form>
  )
}
