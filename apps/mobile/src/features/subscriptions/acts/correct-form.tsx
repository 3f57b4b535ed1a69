import { amountText, carriedOver, type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import {
  beginningDraft,
  correctionOf,
  isNetworkLine,
  termsProblemsOf,
  type BeginningDraft,
  type DraftProblem,
  useActForm,
  useFreedMoney,
} from '@streamline/client/subscriptions'
import { defaultTax, wholeMonths } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { Disclosure } from '../../../design/disclosure.tsx'
import { Field, TextField } from '../../../design/field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'
import { Text } from '../../../design/text.tsx'
import type { SubscriptionFormProps } from '../detail/sheet-name.ts'
import { FreedMoneyFields } from '../credit/freed-money-fields.tsx'
import { IntervalField } from '../fields/interval-field.tsx'
import { BalanceNote, BillFields, IntroFields, MinimumTermFields } from '../fields/terms-fields.tsx'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'
import { PlanChoice } from './plan-choice.tsx'
import { useDraftForm } from './use-draft-form.ts'

interface Section {
  form: BeginningDraft
  set: (change: Partial<BeginningDraft>) => void
  errorAt: (field: keyof BeginningDraft) => string | undefined
  /** As it is. */
  before: BeginningDraft
  subscription: SubscriptionDetail
}

/** The plan that it should have been of, or none. What is chosen fills in the terms below, which may still be typed over. */
const CorrectPlan = ({
  form,
  set,
  before,
  subscription,
  planError,
}: Section & { planError: string | undefined }) => {
  const { t } = useTranslation('acts')
  return (
    <>
      <Field label={t('correct.plan')}>
        <Segmented
          label={t('correct.plan')}
          value={form.of}
          options={[
            { value: 'kept', label: t('correct.kept') },
            { value: 'plan', label: t('correct.other') },
            ...(subscription.beginning.planId === null
              ? []
              : [{ value: 'own' as const, label: t('correct.own') }]),
          ]}
          onChange={(of) => {
            const { price, interval, taxIncluded, renewal } = before
            set({ of, plan: null, ...(of === 'kept' ? { price, interval, taxIncluded, renewal } : {}) })
          }}
        />
      </Field>
      {form.of === 'kept' ? null : (
        <Text size="sm" tone="muted">
          {t(form.of === 'own' ? 'correct.ownHint' : 'correct.otherHint')}
        </Text>
      )}
      {form.of === 'plan' ? (
        <PlanChoice
          everywhere
          subscription={subscription}
          value={form.plan}
          error={planError}
          onChange={(plan) =>
            set({
              plan,
              price: amountText(plan.price.amount, plan.price.currency),
              interval: plan.interval,
              taxIncluded: plan.tax.included,
              renewal: plan.renewal,
            })
          }
        />
      ) : null}
    </>
  )
}

/** Start, price, tax, how it renews and when it is billed. */
const CorrectTerms = ({ form, set, errorAt, before, subscription }: Section) => {
  const { t } = useTranslation(['acts', 'add', 'words'])
  const format = useFormat()
  const { country, today } = useHousehold()
  const { basisPoints } = defaultTax(country, false)
  const bills =
    form.renewal === 'automatic' && isNetworkLine(subscription.kind) && wholeMonths(form.interval) > 0
  return (
    <>
      <DateField
        label={t('correct.startsOn')}
        value={form.startsOn}
        today={today}
        error={errorAt('startsOn')}
        onChange={(startsOn) => set({ startsOn })}
      />
      <AmountField
        label={t(
          form.byDay ? 'add:price.recharged' : form.taxIncluded ? 'add:price.label' : 'add:price.labelNet',
        )}
        currency={form.currency}
        value={form.price}
        onChange={(price) => set({ price })}
        error={errorAt('price')}
      />
      {form.byDay ? (
        <>
          <AmountField
            label={t('add:price.dayRate')}
            currency={form.currency}
            value={form.dayRate}
            onChange={(dayRate) => set({ dayRate })}
            error={errorAt('dayRate')}
          />
          <BalanceNote form={form} />
        </>
      ) : (
        <IntervalField
          label={t('add:price.interval')}
          own={before.interval}
          value={form.interval}
          error={errorAt('interval')}
          onChange={(interval) =>
            // Bills are made on a day of the month, so only whole months have one.
            set({ interval, ...(wholeMonths(interval) === 0 ? { postpaid: false } : {}) })
          }
        />
      )}
      {basisPoints > 0 ? (
        <SwitchRow
          label={t('add:price.taxIncluded', { percent: format.percent(basisPoints / 10_000) })}
          value={form.taxIncluded}
          onChange={(taxIncluded) => set({ taxIncluded })}
        />
      ) : null}
      {form.byDay ? null : (
        <Field label={t('add:more.renewal')}>
          <Segmented
            label={t('add:more.renewal')}
            value={form.renewal}
            options={[
              { value: 'automatic', label: t('words:renewal.automatic') },
              { value: 'manual', label: t('words:renewal.manual') },
            ]}
            onChange={(renewal) => set({ renewal, ...(renewal === 'manual' ? { postpaid: false } : {}) })}
          />
        </Field>
      )}
      {bills || form.postpaid ? (
        <SwitchRow
          label={t('add:more.postpaid')}
          hint={t('add:more.postpaidHint')}
          value={form.postpaid}
          onChange={(postpaid) =>
            set({
              postpaid,
              ...(postpaid && form.billDay === '' ? { billDay: '1', dueDays: '15' } : {}),
            })
          }
        />
      ) : null}
      {form.postpaid ? <BillFields form={form} set={set} errorAt={errorAt} /> : null}
    </>
  )
}

/** What the form goes on from, and what it shows of that at first. */
const baseOf = (subscription: SubscriptionDetail) => ({
  of: subscription,
  before: beginningDraft(subscription.beginning, subscription.timeline),
})

const pasts = ['unpaid', 'assumePaid', 'leftOut'] as const

/** The beginning as it should have been, with the difference that it makes while it is typed. */
export const CorrectForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions', 'add', 'app'])
  const { today } = useHousehold()
  const { name } = subscription
  const [base, setBase] = useState(() => baseOf(subscription))
  const { form, set, setForm, problemAt, send } = useDraftForm<BeginningDraft, DraftProblem>(
    base.before,
    termsProblemsOf,
    (problem) => t(`subscriptions:problem.${problem}`),
  )
  const act = correctionOf(form, base.of.beginning)
  const { outlook, busy, at, error, rest, opened, submit } = useActForm(subscription, act)
  const money = useFreedMoney(subscription, outlook.told, error)
  if (opened !== base.of) {
    const next = baseOf(opened)
    setForm(carriedOver(form, base.before, next.before))
    setBase(next)
  }
  const errorAt = (field: keyof BeginningDraft): string | undefined =>
    problemAt(field) ?? at(field === 'bonusCount' ? 'bonus' : field)
  const section = { form, set, errorAt, before: base.before, subscription }
  return (
    <SheetForm
      typed={form}
      {...sheet}
      label={t('correct.save')}
      busy={busy}
      error={money.rest && rest}
      foot={
        <OutlookNote
          outlook={outlook}
          waiting={act === null ? t('correct.nothing') : undefined}
          credit={(amount) => money.told(t('outlook.credit', { amount }))}
        />
      }
      onClose={onClose}
      onSubmit={() =>
        send(() => {
          if (act === null) onClose()
          else if (money.isReady())
            submit({ ...act, ...money.input }, { text: t('done.corrected', { name }), onDone: onClose })
        })
      }
    >
      {form.byDay ? null : <CorrectPlan {...section} planError={at('planId')} />}
      <CorrectTerms {...section} />
      {form.startsOn < today && form.startsOn !== '' ? (
        <RadioCards
          label={t('correct.past')}
          value={form.pastPeriods}
          onChange={(pastPeriods) => set({ pastPeriods })}
          options={pasts.map((value) => ({
            value,
            label: t(`correct.${value}`),
            hint: t(`correct.${value}Hint`),
          }))}
        />
      ) : null}
      <Disclosure label={t('add:more.title')}>
        {form.postpaid || form.byDay ? null : (
          <IntroFields form={form} set={set} errorAt={errorAt} introError={at('intro')} />
        )}
        <MinimumTermFields form={form} set={set} errorAt={errorAt} />
      </Disclosure>
      <TextField
        label={t('correct.reason')}
        aside={t('app:actions.optional')}
        hint={t('correct.reasonHint')}
        maxLength={200}
        value={form.reason}
        onChangeText={(reason) => set({ reason })}
        error={errorAt('reason')}
      />
      <FreedMoneyFields choice={money.choice} />
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}
