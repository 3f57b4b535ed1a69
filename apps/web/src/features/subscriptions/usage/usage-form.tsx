import { type UsageReading, useHousehold } from '@streamline/client'
import {
  usageDigits,
  usageHints,
  usageProblems,
  useUsageNoting,
  type UsageDraft,
  type UsageProblem,
} from '@streamline/client/usage'
import { isMetered } from '@streamline/domain'
import { useEffect } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DecimalField } from '../../../design/decimal-field.tsx'
import { TextField } from '../../../design/field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { problemsResolver } from '../../../design/problems-resolver.ts'

type Kind = UsageDraft['kind']

/** Notes an amount, or puts one right. A meter and a day are two things, and it says which. */
export const UsageForm = ({
  subscriptionId,
  kinds,
  reading,
  onDone,
}: {
  subscriptionId: string
  /** What can be noted, the first one chosen. */
  kinds: readonly Kind[]
  /** What is put right; null notes something new. */
  reading: UsageReading | null
  onDone: () => void
}) => {
  const { t } = useTranslation('usage')
  const { today } = useHousehold()
  const { draft, isEdit, at, rest, busy, submit } = useUsageNoting(subscriptionId, { kinds, reading, onDone })
  const { control, register, handleSubmit, setValue, setFocus, formState } = useForm<UsageDraft>({
    defaultValues: draft,
    resolver: problemsResolver<UsageDraft, UsageProblem>(
      (form) => usageProblems(form, today),
      (problem) => t(`problem.${problem}`),
    ),
  })
  useEffect(() => setFocus('amount'), [setFocus])
  const form = useWatch({ control }) as UsageDraft
  const { kind, covers } = form
  const errorAt = (field: keyof UsageDraft): string | undefined =>
    formState.errors[field]?.message ?? at(field)
  const send = handleSubmit(submit)
  const hint = usageHints[kind]

  return (
    <SheetForm
      label={t(isEdit ? 'form.saveEdit' : 'form.save')}
      busy={busy}
      error={rest}
      onSubmit={() => void send()}
    >
      {!isEdit && kinds.length > 1 ? (
        <Segmented
          label={t('form.kind')}
          value={kind}
          onChange={(chosen) => setValue('kind', chosen)}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      ) : null}
      <Controller
        control={control}
        name="amount"
        render={({ field }) => (
          <DecimalField
            {...field}
            digits={usageDigits[kind]}
            label={t(`form.${kind}`)}
            hint={hint === null ? undefined : t(hint)}
            error={errorAt('amount')}
          />
        )}
      />
      {isMetered(kind) ? (
        <Controller
          control={control}
          name="covers"
          render={({ field }) => (
            <RadioCards
              label={t('form.covers')}
              value={field.value}
              onChange={field.onChange}
              options={[
                { value: 'soFar', label: t('form.soFar'), hint: t('form.soFarHint') },
                { value: 'day', label: t('form.day'), hint: errorAt('covers') ?? t('form.dayHint') },
              ]}
            />
          )}
        />
      ) : null}
      <TextField
        {...register('on')}
        type="date"
        max={today}
        label={t(isMetered(kind) && covers === 'soFar' ? 'form.onSoFar' : 'form.onDay')}
        error={errorAt('on')}
      />
    </SheetForm>
  )
}
