import {
  type FormPlaces,
  itemsOf,
  type UsageReading,
  useFieldError,
  useHousehold,
  useOpened,
} from '@streamline/client'
import {
  useCorrectUsage,
  useRecordUsage,
  useUsage,
  usageAmountOf,
  usageDigits,
  usageOf,
  usageProblems,
  useUsageAmount,
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
import { problemsResolver } from '../fields/problems-resolver.ts'
import { useUsageActs } from './use-usage-acts.ts'

type Kind = UsageDraft['kind']

const places: FormPlaces = {
  fields: ['amount', 'on', 'covers', 'kind'],
  codes: { 'date-out-of-range': 'on', 'amount-out-of-range': 'amount' },
}

/** What is put right, as it is now: somebody else may have done so meanwhile. */
const useNewest = (subscriptionId: string, noted: UsageReading | null): UsageReading | null => {
  const readings = itemsOf(useUsage(subscriptionId).data)
  return noted && (readings.find(({ id }) => id === noted.id) ?? noted)
}

const hints = { data: 'form.dataHint', hours: 'form.hoursHint', calls: null, messages: null } as const

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
  const amountText = useUsageAmount()
  const record = useRecordUsage()
  const correct = useCorrectUsage()
  const { say } = useUsageActs()
  const edited = reading !== null && reading.kind !== 'used' ? { ...reading, kind: reading.kind } : null
  const first = edited?.kind ?? kinds[0] ?? 'hours'
  const { control, register, handleSubmit, setValue, setFocus, formState } = useForm<UsageDraft>({
    defaultValues: {
      kind: first,
      covers: edited?.covers ?? (isMetered(first) ? 'soFar' : 'day'),
      on: edited?.on ?? today,
      amount: edited === null ? '' : usageAmountOf(edited.kind, edited.amount),
    },
    resolver: problemsResolver<UsageDraft, UsageProblem>(
      (form) => usageProblems(form, today),
      (problem) => t(`problem.${problem}`),
    ),
  })
  useEffect(() => setFocus('amount'), [setFocus])
  const form = useWatch({ control }) as UsageDraft
  const { kind, covers } = form
  const refused = useFieldError(record.error ?? correct.error, places)
  const opened = useOpened(useNewest(subscriptionId, reading), correct.error)
  const errorAt = (field: keyof UsageDraft): string | undefined =>
    formState.errors[field]?.message ?? refused.at(field)
  const send = handleSubmit(() => {
    const typed = usageOf(form, today)
    if (typed === null) return
    const what = `${t(`kind.${kind}`)} ${amountText(kind, typed.amount)}`
    if (edited === null)
      record.mutate(
        { id: subscriptionId, ...typed },
        {
          onSuccess: (newest) => {
            onDone()
            if (newest !== null) say(t('done.noted', { what }), newest, { removed: true })
          },
        },
      )
    else
      correct.mutate(
        {
          id: edited.id,
          revision: opened?.revision ?? edited.revision,
          on: typed.on,
          covers: typed.covers,
          amount: typed.amount,
        },
        {
          onSuccess: (newest) => {
            onDone()
            const { on, covers: before, amount } = edited
            say(t('done.changed', { what }), newest, { on, covers: before, amount })
          },
        },
      )
  })
  const hint = hints[kind]

  return (
    <SheetForm
      label={t(edited === null ? 'form.save' : 'form.saveEdit')}
      busy={record.isPending || correct.isPending}
      error={refused.rest}
      onSubmit={() => void send()}
    >
      {edited === null && kinds.length > 1 ? (
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
