import { useHousehold } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import {
  chargeOf,
  chargeProblems,
  chargePurposes,
  hasDays,
  isSplitProblem,
  splitDraftOf,
  type ChargeDraft,
  type ChargeProblem,
  wholeOfCharge,
  useActForm,
  draftOfSheet,
} from '@streamline/client/subscriptions'
import { useEffect } from 'react'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { SelectField, TextField } from '../../../design/field.tsx'
import { useKeptForm } from '../../../design/kept-form.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'
import { SplitFields } from '../split/split-fields.tsx'
import { problemsResolver } from '../../../design/problems-resolver.ts'

/** A booster, a fee, a deposit: something that is charged beside the periods. */
export const ChargeForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions', 'split'])
  const { today } = useHousehold()
  const { name, kind, price, split, visibility } = subscription
  const { several, members } = usePeople()
  const {
    draft: form,
    kept,
    control,
    register,
    handleSubmit,
    setValue,
    setFocus,
    formState,
    wrongAt,
  } = useKeptForm<ChargeDraft>(
    draftOfSheet('charge', subscription.id),
    {
      purpose: kind === 'mobile' ? 'booster' : 'fee',
      title: '',
      amount: '',
      currency: price.currency,
      startsOn: today,
      days: '',
      dueOn: '',
      isPaid: true,
      split: null,
    },
    {
      resolver: problemsResolver<ChargeDraft, ChargeProblem>(chargeProblems, (problem) =>
        isSplitProblem(problem) ? t(`split:problem.${problem}`) : t(`charge.problem.${problem}`),
      ),
    },
  )
  useEffect(() => setFocus('purpose'), [setFocus])
  const act = chargeOf(form)
  const { busy, at, rest, submit } = useActForm(subscription, act)
  const errorAt = (field: keyof ChargeDraft): string | undefined =>
    wrongAt(field) ?? at(field === 'days' ? 'validity' : field)
  const send = handleSubmit(() => {
    if (act !== null)
      submit(act, { text: t('done.charged', { what: t(`extra.${act.purpose}`), name }), onDone })
  })

  return (
    <SheetForm label={t('charge.save')} busy={busy} error={rest} kept={kept} onSubmit={() => void send()}>
      <SelectField {...register('purpose')} label={t('charge.purpose')} error={errorAt('purpose')}>
        {chargePurposes.map((purpose) => (
          <option key={purpose} value={purpose}>
            {t(`extra.${purpose}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        {...register('title')}
        label={t('charge.name')}
        hint={t('charge.nameHint')}
        maxLength={80}
        error={errorAt('title')}
      />
      <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-4">
        <Controller
          control={control}
          name="amount"
          render={({ field }) => (
            <AmountField
              {...field}
              label={t('charge.amount')}
              currency={price.currency}
              error={errorAt('amount')}
            />
          )}
        />
        <TextField {...register('startsOn')} type="date" label={t('charge.on')} error={errorAt('startsOn')} />
      </div>
      {hasDays(form.purpose) ? (
        <TextField
          {...register('days')}
          inputMode="numeric"
          label={t('charge.days')}
          hint={t('charge.daysHint')}
          error={errorAt('days')}
        />
      ) : (
        <TextField
          {...register('dueOn')}
          type="date"
          label={t('charge.dueOn')}
          hint={t('charge.dueOnHint')}
          min={form.startsOn}
          error={errorAt('dueOn')}
        />
      )}
      {several && visibility === 'shared' ? (
        <CheckField
          label={t('charge.apart')}
          hint={t('charge.apartHint')}
          checked={form.split !== null}
          onChange={(isApart) =>
            setValue(
              'split',
              isApart
                ? splitDraftOf(
                    split,
                    members.map(({ id }) => id),
                    price.currency,
                  )
                : null,
            )
          }
        />
      ) : null}
      {form.split === null ? null : (
        <SplitFields
          draft={form.split}
          whole={wholeOfCharge(form)}
          error={errorAt('split')}
          onChange={(draft) => setValue('split', draft, { shouldValidate: formState.isSubmitted })}
        />
      )}
      <CheckField
        label={t('charge.paid')}
        hint={t('charge.paidHint')}
        checked={form.isPaid}
        onChange={(isPaid) => setValue('isPaid', isPaid)}
      />
    </SheetForm>
  )
}
