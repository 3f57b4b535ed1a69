import { type SubscriptionDetail, useHousehold } from '@streamline/client'
import {
  beginningDraft,
  correctionOf,
  isNetworkLine,
  termsProblemsOf,
  type BeginningDraft,
  type DraftProblem,
  useActForm,
  useFreedMoney,
  draftOfSheet,
} from '@streamline/client/subscriptions'
import { wholeMonths } from '@streamline/domain'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { useKeptForm } from '../../../design/kept-form.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { TextField } from '../../../design/field.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'
import { FreedMoneyFields } from '../credit/freed-money-fields.tsx'
import { MinimumTermFields } from '../fields/minimum-term-fields.tsx'
import { problemsResolver } from '../../../design/problems-resolver.ts'
import { CorrectIntro } from './correct-intro.tsx'
import { CorrectPlan } from './correct-plan.tsx'
import { CorrectTerms } from './correct-terms.tsx'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'

const beginningOf = ({ beginning, timeline }: SubscriptionDetail): BeginningDraft =>
  beginningDraft(beginning, timeline)

const pasts = ['unpaid', 'assumePaid', 'leftOut'] as const

/** The beginning as it should have been, with the difference that it makes while it is typed. */
export const CorrectForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions', 'app'])
  const { today } = useHousehold()
  const { kind, name } = subscription
  const [base, setBase] = useState(() => ({ of: subscription, before: beginningOf(subscription) }))
  const {
    draft: form,
    kept,
    control,
    register,
    handleSubmit,
    setValue,
    setFocus,
    wrongAt,
  } = useKeptForm<BeginningDraft>(draftOfSheet('correct', subscription.id), base.before, {
    follows: true,
    resolver: problemsResolver<BeginningDraft, DraftProblem>(termsProblemsOf, (problem) =>
      t(`subscriptions:problem.${problem}`),
    ),
  })
  useEffect(() => setFocus('startsOn'), [setFocus])
  const act = correctionOf(form, base.of.beginning)
  const { outlook, busy, at, error, rest, opened, submit } = useActForm(subscription, act)
  const money = useFreedMoney(subscription, outlook.told, error)
  if (opened !== base.of) setBase({ of: opened, before: beginningOf(opened) })
  const errorAt = (field: keyof BeginningDraft): string | undefined =>
    wrongAt(field) ?? at(field === 'bonusCount' ? 'bonus' : field)
  const bills = form.renewal === 'automatic' && isNetworkLine(kind) && wholeMonths(form.interval) > 0
  const section = { control, register, setValue, form, errorAt }

  const send = handleSubmit(() => {
    if (act === null) return onDone()
    if (money.isReady()) submit({ ...act, ...money.input }, { text: t('done.corrected', { name }), onDone })
  })

  return (
    <SheetForm
      label={t('correct.save')}
      busy={busy}
      error={money.rest && rest}
      kept={kept}
      foot={
        <OutlookNote
          outlook={outlook}
          waiting={act === null ? t('correct.nothing') : undefined}
          credit={(amount) => money.told(t('outlook.credit', { amount }))}
        />
      }
      onSubmit={() => void send()}
    >
      {form.byDay ? null : (
        <CorrectPlan
          form={form}
          setValue={setValue}
          subscription={subscription}
          error={at('planId')}
          before={base.before}
        />
      )}
      <CorrectTerms {...section} own={base.before.interval} bills={bills} />
      {form.postpaid || form.byDay ? null : <CorrectIntro {...section} introError={at('intro')} />}
      <MinimumTermFields
        form={form}
        errorAt={errorAt}
        onChange={({ minimumTerm, exitFee }) => {
          if (minimumTerm !== undefined) setValue('minimumTerm', minimumTerm)
          if (exitFee !== undefined) setValue('exitFee', exitFee)
        }}
      />
      {form.startsOn < today && form.startsOn !== '' ? (
        <RadioCards
          label={t('correct.past')}
          value={form.pastPeriods}
          onChange={(chosen) => setValue('pastPeriods', chosen)}
          options={pasts.map((value) => ({
            value,
            label: t(`correct.${value}`),
            hint: t(`correct.${value}Hint`),
          }))}
        />
      ) : null}
      <TextField
        {...register('reason')}
        label={t('correct.reason')}
        aside={t('app:actions.optional')}
        hint={t('correct.reasonHint')}
        maxLength={200}
        error={errorAt('reason')}
      />
      <FreedMoneyFields choice={money.choice} />
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}
