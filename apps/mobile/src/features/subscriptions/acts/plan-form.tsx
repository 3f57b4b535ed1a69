import { amountText, type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import {
  mayBeBilled,
  periodEndOf,
  planChangeDraft,
  planChangeOf,
  planChangeProblems,
  type PlanChangeDraft,
  type PlanChangeProblem,
  renewalWith,
  useActForm,
} from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'
import { Text } from '../../../design/text.tsx'
import type { SubscriptionFormProps } from '../detail/sheet-name.ts'
import { IntervalField } from '../fields/interval-field.tsx'
import { BillDays } from '../fields/terms-fields.tsx'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'
import { PlanChoice } from './plan-choice.tsx'
import { useDraftForm } from './use-draft-form.ts'

interface Section {
  form: PlanChangeDraft
  set: (change: Partial<PlanChangeDraft>) => void
  errorAt: (field: string) => string | undefined
  subscription: SubscriptionDetail
}

/** What it costs from then on, and how often. */
const PlanPrice = ({ form, set, errorAt, subscription }: Section) => {
  const { t } = useTranslation('add')
  const tax = form.what === 'plan' && form.plan !== null ? form.plan.tax : subscription.tax
  return (
    <>
      <AmountField
        label={t(tax.included ? 'price.label' : 'price.labelNet')}
        currency={subscription.price.currency}
        value={form.price}
        onChange={(price) => set({ price })}
        error={errorAt('price')}
      />
      {form.what === 'announced' ? null : (
        <IntervalField
          label={t('price.interval')}
          own={form.plan?.interval ?? subscription.interval}
          value={form.interval}
          error={errorAt('interval')}
          onChange={(interval) => set({ interval })}
        />
      )}
    </>
  )
}

/** How it goes on from then: by itself or recharged by hand, paid ahead or by bills. */
const PlanRenewal = ({ form, set, errorAt, subscription }: Section) => {
  const { t } = useTranslation(['add', 'words'])
  return (
    <>
      <Segmented
        label={t('more.renewal')}
        value={form.renewal}
        options={[
          { value: 'automatic', label: t('words:renewal.automatic') },
          { value: 'manual', label: t('words:renewal.manual') },
        ]}
        onChange={(renewal) => set({ renewal })}
      />
      {mayBeBilled(form, subscription) && subscription.billDay === null ? (
        <SwitchRow
          label={t('more.postpaid')}
          hint={t('more.postpaidHint')}
          value={form.postpaid}
          onChange={(postpaid) => set({ postpaid })}
        />
      ) : null}
      {mayBeBilled(form, subscription) && form.postpaid ? (
        <BillDays form={form} set={set} errorAt={errorAt} />
      ) : null}
    </>
  )
}

/** From today, from the end of the period or from a day; of an announced price only the day, if there is one. */
const PlanWhen = ({ form, set, errorAt, subscription }: Section) => {
  const { t } = useTranslation(['acts', 'app'])
  const format = useFormat()
  const { today } = useHousehold()
  const end = periodEndOf(subscription)
  if (form.what === 'announced')
    return (
      <DateField
        label={t('plan.announcedFor')}
        value={form.fromOn}
        today={today}
        none={{ label: t('app:actions.optional'), onClear: () => set({ fromOn: '' }) }}
        hint={t('plan.announcedForHint')}
        error={errorAt('fromOn')}
        onChange={(fromOn) => set({ fromOn })}
      />
    )
  const isDay = form.when === 'day'
  return (
    <>
      <RadioCards
        label={t('plan.when')}
        value={form.when}
        error={isDay ? undefined : errorAt('fromOn')}
        onChange={(when) => set({ when })}
        options={[
          ...(end === null
            ? []
            : [
                {
                  value: 'periodEnd' as const,
                  label: t('plan.periodEnd'),
                  hint: t('plan.periodEndHint', { date: format.date(end) }),
                },
              ]),
          {
            value: 'today' as const,
            label: t('plan.today'),
            hint: t(subscription.billDay === null ? 'plan.todayHint' : 'plan.todayPostpaid'),
          },
          { value: 'day' as const, label: t('plan.day') },
        ]}
      />
      {isDay ? (
        <DateField
          label={t('plan.fromOn')}
          value={form.fromOn}
          today={today}
          error={errorAt('fromOn')}
          onChange={(fromOn) => set({ fromOn })}
        />
      ) : null}
    </>
  )
}

/** Another plan, a price of one's own or one that the provider announced; from today, from the next period or from a day. */
export const PlanForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions'])
  const { today } = useHousehold()
  const format = useFormat()
  const { name, providerId, minimumTerm } = subscription
  const { form, set, problemAt, send } = useDraftForm<PlanChangeDraft, PlanChangeProblem>(
    () => ({ ...planChangeDraft(subscription, today), what: providerId === null ? 'own' : 'plan' }),
    (values) => planChangeProblems(values, subscription),
    (problem) =>
      problem === 'same'
        ? t('plan.same')
        : problem === 'missingPlan'
          ? t('plan.missing')
          : t(`subscriptions:problem.${problem}`),
  )
  const act = planChangeOf(form, subscription, today)
  const { outlook, busy, at, rest, submit } = useActForm(subscription, act)
  const errorAt = (field: string): string | undefined => problemAt(field) ?? at(field)
  const section = { form, set, errorAt, subscription }
  return (
    <SheetForm
      typed={form}
      {...sheet}
      label={t('plan.save')}
      busy={busy}
      error={rest}
      foot={<OutlookNote outlook={outlook} />}
      onClose={onClose}
      onSubmit={() =>
        send(() => {
          if (act !== null) submit(act, { text: t('done.planChanged', { name }), onDone: onClose })
        })
      }
    >
      <Segmented
        label={t('plan.what')}
        value={form.what}
        options={[
          ...(providerId === null ? [] : [{ value: 'plan' as const, label: t('plan.another') }]),
          { value: 'own' as const, label: t('plan.own') },
          { value: 'announced' as const, label: t('plan.announced') },
        ]}
        onChange={(what) => set({ what, fromOn: what === 'announced' ? '' : today })}
      />
      {form.what === 'plan' ? (
        <PlanChoice
          subscription={subscription}
          value={form.plan}
          error={errorAt('plan') ?? at('planId')}
          onChange={(plan) =>
            set({
              plan,
              price: amountText(plan.price.amount, plan.price.currency),
              interval: plan.interval,
              ...renewalWith(plan, subscription),
            })
          }
        />
      ) : null}
      {form.what === 'announced' ? (
        <Text size="sm" tone="muted">
          {t('plan.announcedHint')}
        </Text>
      ) : null}
      {form.what === 'plan' && form.plan === null ? null : <PlanPrice {...section} />}
      {form.what === 'announced' || (form.what === 'plan' && form.plan === null) ? null : (
        <PlanRenewal {...section} />
      )}
      <PlanWhen {...section} />
      {minimumTerm === null ? null : (
        <Text size="sm" tone="muted">
          {t('plan.term', { date: format.date(minimumTerm.untilOn) })}
        </Text>
      )}
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}
