import { amountText, useFormat, useHousehold } from '@streamline/client'
import {
  planChangeDraft,
  planChangeOf,
  planChangeProblems,
  renewalWith,
  type PlanChangeDraft,
  type PlanChangeProblem,
  useActForm,
  draftOfSheet,
} from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../../design/segmented.tsx'
import { useKeptForm } from '../../../design/kept-form.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'
import { problemsResolver } from '../../../design/problems-resolver.ts'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'
import { PlanChoice } from './plan-choice.tsx'
import { PlanPrice } from './plan-price.tsx'
import { PlanRenewal } from './plan-renewal.tsx'
import { PlanWhen } from './plan-when.tsx'

/** Another plan, a price of one's own or one that the provider announced; from today, from the next period or from a day. */
export const PlanForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions'])
  const { today } = useHousehold()
  const format = useFormat()
  const { name, providerId, minimumTerm } = subscription
  const say = (problem: PlanChangeProblem): string =>
    problem === 'same'
      ? t('plan.same')
      : problem === 'missingPlan'
        ? t('plan.missing')
        : t(`subscriptions:problem.${problem}`)
  const {
    draft: form,
    kept,
    control,
    handleSubmit,
    setValue,
    formState,
    wrongAt,
  } = useKeptForm<PlanChangeDraft>(
    draftOfSheet('plan', subscription.id),
    {
      ...planChangeDraft(subscription, today),
      what: providerId === null ? 'own' : 'plan',
    },
    {
      resolver: problemsResolver<PlanChangeDraft, PlanChangeProblem>(
        (values) => planChangeProblems(values, subscription),
        say,
      ),
    },
  )
  const act = planChangeOf(form, subscription, today)
  const { outlook, busy, at, rest, submit } = useActForm(subscription, act)
  const errorAt = (field: keyof PlanChangeDraft): string | undefined => wrongAt(field) ?? at(field)
  const section = { control, setValue, form, errorAt, subscription }
  const ways = [
    ...(providerId === null ? [] : [{ value: 'plan' as const, label: t('plan.another') }]),
    { value: 'own' as const, label: t('plan.own') },
    { value: 'announced' as const, label: t('plan.announced') },
  ]
  const send = handleSubmit(() => {
    if (act !== null) submit(act, { text: t('done.planChanged', { name }), onDone })
  })

  return (
    <SheetForm
      label={t('plan.save')}
      busy={busy}
      error={rest}
      kept={kept}
      foot={<OutlookNote outlook={outlook} />}
      onSubmit={() => void send()}
    >
      <Segmented
        label={t('plan.what')}
        value={form.what}
        options={ways}
        onChange={(what) => {
          setValue('what', what)
          setValue('fromOn', what === 'announced' ? '' : today)
        }}
      />
      {form.what === 'plan' ? (
        <PlanChoice
          subscription={subscription}
          value={form.plan}
          error={errorAt('plan') ?? at('planId')}
          onChange={(plan) => {
            setValue('plan', plan, { shouldValidate: formState.isSubmitted })
            setValue('price', amountText(plan.price.amount, plan.price.currency))
            setValue('interval', plan.interval)
            const { renewal, postpaid } = renewalWith(plan, subscription)
            setValue('renewal', renewal)
            setValue('postpaid', postpaid)
          }}
        />
      ) : null}
      {form.what === 'announced' ? <p className="text-sm text-muted">{t('plan.announcedHint')}</p> : null}
      {form.what === 'plan' && form.plan === null ? null : <PlanPrice {...section} />}
      {form.what === 'announced' || (form.what === 'plan' && form.plan === null) ? null : (
        <PlanRenewal {...section} />
      )}
      <PlanWhen {...section} />
      {minimumTerm === null ? null : (
        <p className="text-sm text-muted">{t('plan.term', { date: format.date(minimumTerm.untilOn) })}</p>
      )}
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}
