import { amountText, type Plan, type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import {
  balanceOfRecharge,
  openUntil,
  type RechargeDraft,
  type RechargeProblem,
  rechargeProblems,
  scaledPrice,
  useRechargeWays,
  useRecharging,
} from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { Button } from '../../../design/button.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { Disclosure } from '../../../design/disclosure.tsx'
import { CalendarCheck2 } from '../../../design/icons.ts'
import { Notice } from '../../../design/notice.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'
import { Text } from '../../../design/text.tsx'
import { MethodChoice } from '../../billing/method-choice.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import { PlanChoice } from '../acts/plan-choice.tsx'
import { useDraftForm } from '../acts/use-draft-form.ts'
import { BonusFields } from '../fields/terms-fields.tsx'
import { IntervalField } from '../fields/interval-field.tsx'
import type { SubscriptionFormProps } from './sheet-name.ts'

/** What a recharge comes to, in a sentence and what is beneath it. */
const Said = ({ label, hint }: { label: string; hint: string | undefined }) => (
  <Notice icon={CalendarCheck2} tone="brand">
    <Text weight="semibold">{label}</Text>
    {hint === undefined ? null : (
      <Text size="sm" tone="muted">
        {hint}
      </Text>
    )}
  </Notice>
)

/** How long a recharge lasts that burns by the day, with what was left over before. */
const Balance = ({ subscription, form }: { subscription: SubscriptionDetail; form: RechargeDraft }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const lasts = balanceOfRecharge(subscription, form)
  const before = subscription.dayRate?.leftOver
  if (lasts === null) return null
  const { days: count, startsOn, until, left } = lasts
  const hint = [
    ...(before && before.amount > 0 ? [t('recharge.withLeft', { amount: format.money(before) })] : []),
    t('recharge.left', { amount: format.money(left) }),
  ]
  return (
    <Said
      label={t('recharge.lasts', {
        count,
        from: format.shortDate(startsOn),
        until: format.shortDate(until),
      })}
      hint={hint.join(' ')}
    />
  )
}

/** What the recharge will do, before it is recorded; where there are two ways of counting, both with their price. */
const Consequence = ({
  subscription,
  form,
  set,
}: {
  subscription: SubscriptionDetail
  form: RechargeDraft
  set: (change: Partial<RechargeDraft>) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const told = useRechargeWays(subscription, form)
  if (told === null) return null
  if (told.only) return <Said {...told.only} />
  return (
    <RadioCards
      label={t('recharge.counts')}
      value={told.value}
      options={told.ways}
      onChange={(policy) => set({ policy })}
    />
  )
}

/** What a pack costs for another length, or as it is of a plan. */
const packOf = (
  { price, interval }: Pick<Plan, 'price' | 'interval'>,
  chosen: BillingInterval = interval,
): Pick<RechargeDraft, 'price' | 'interval'> => {
  const scaled = scaledPrice(price.amount, interval, chosen)
  return { interval: chosen, price: scaled === null ? '' : amountText(scaled, price.currency) }
}

/** A recharge that was made, or a new start of what was over, with what it will do before it is recorded. */
export const RechargeForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation(['subscriptions', 'acts', 'verbs'])
  const { today } = useHousehold()
  const { draft, forOthers, restarts, say, at, ...recharge } = useRecharging(subscription, onClose)
  const { form, set, problemAt, send } = useDraftForm<RechargeDraft, RechargeProblem>(
    draft,
    (values) => rechargeProblems(values, subscription),
    say,
  )
  const { providerId, startsOn, timeline, price, interval, dayRate, beginning } = subscription
  const errorAt = (field: string): string | undefined => problemAt(field) ?? at(field)
  return (
    <SheetForm
      typed={form}
      {...sheet}
      label={t(restarts ? 'recharge.restart' : 'verbs:recharge')}
      busy={recharge.busy}
      error={recharge.rest}
      onClose={onClose}
      onSubmit={() => send(() => recharge.submit(form))}
    >
      <DateField
        label={t(restarts ? 'recharge.restartWhen' : 'recharge.when')}
        value={form.renewedOn}
        today={today}
        min={restarts ? (openUntil(timeline) ?? startsOn) : startsOn}
        max={today}
        error={errorAt('renewedOn')}
        onChange={(renewedOn) => set({ renewedOn, policy: null })}
      />
      {dayRate === null ? (
        <IntervalField
          label={t('acts:recharge.validity')}
          isLength
          own={form.plan?.interval ?? interval}
          value={form.interval}
          error={errorAt('interval')}
          onChange={(chosen) => set(packOf(form.plan ?? subscription, chosen))}
        />
      ) : null}
      <AmountField
        label={t('recharge.price')}
        currency={price.currency}
        value={form.price}
        onChange={(text) => set({ price: text })}
        error={errorAt('price')}
      />
      {dayRate === null ? (
        <Consequence subscription={subscription} form={form} set={set} />
      ) : (
        <Balance subscription={subscription} form={form} />
      )}
      {restarts && beginning.minimumTerm !== null ? (
        <Text size="sm" tone="muted">
          {t('recharge.termOver')}
        </Text>
      ) : null}
      <SwitchRow
        label={t('recharge.paid')}
        hint={t('recharge.paidHint')}
        value={form.isPaid}
        onChange={(isPaid) => set({ isPaid })}
      />
      {form.isPaid && forOthers ? (
        <PayerField
          label={t('recharge.who')}
          value={form.paidBy}
          onChange={(paidBy) => set({ paidBy })}
          error={errorAt('paidBy')}
        />
      ) : null}
      {form.isPaid ? <MethodChoice value={form.method} onChange={(method) => set({ method })} /> : null}
      {dayRate !== null || providerId === null ? null : (
        <Disclosure label={t('acts:recharge.otherPack')}>
          <Text size="sm" tone="muted">
            {t('acts:recharge.otherPackHint')}
          </Text>
          <PlanChoice
            subscription={subscription}
            value={form.plan}
            error={at('planId')}
            onChange={(plan) => set({ plan, ...packOf(plan) })}
          />
          {form.plan === null ? null : (
            <Button
              variant="secondary"
              size="sm"
              onPress={() => set({ plan: null, ...packOf(subscription) })}
            >
              {t('acts:recharge.keepPack')}
            </Button>
          )}
        </Disclosure>
      )}
      {dayRate === null ? (
        <Disclosure label={t('acts:recharge.bonus')}>
          <BonusFields
            label={t('acts:recharge.bonus')}
            count={form.bonusCount}
            unit={form.bonusUnit}
            error={errorAt('bonusCount') ?? at('bonus')}
            onChange={set}
          />
        </Disclosure>
      ) : null}
    </SheetForm>
  )
}
