import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { TextField } from '../../../design/field.tsx'
import { BonusFields } from '../fields/bonus-fields.tsx'
import { TrialField } from '../fields/trial-field.tsx'
import type { CorrectSection } from './correct-terms.tsx'

/** A free first period, a price that ends, and what was given on top. */
export const CorrectIntro = ({
  control,
  register,
  setValue,
  form,
  errorAt,
  introError,
}: CorrectSection & { introError: string | undefined }) => {
  const { t } = useTranslation('add')
  return (
    <>
      <TrialField
        value={form.trial}
        error={errorAt('trial')}
        onChange={(trial) => setValue('trial', trial)}
      />
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        <Controller
          control={control}
          name="introPrice"
          render={({ field }) => (
            <AmountField
              {...field}
              label={t('more.introPrice')}
              aside={t('more.optional')}
              currency={form.currency}
              error={errorAt('introPrice') ?? introError}
            />
          )}
        />
        <TextField
          {...register('introPeriods')}
          label={t('more.introPeriods')}
          aside={t('more.optional')}
          inputMode="numeric"
          maxLength={3}
          error={errorAt('introPeriods')}
        />
      </div>
      <BonusFields
        label={t('more.bonus')}
        count={{ ...register('bonusCount'), error: errorAt('bonusCount') }}
        unit={form.bonusUnit}
        onUnit={(unit) => setValue('bonusUnit', unit)}
      />
    </>
  )
}
