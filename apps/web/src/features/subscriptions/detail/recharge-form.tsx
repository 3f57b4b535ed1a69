import {
  amountText,
  type FormPlaces,
  type SubscriptionDetail,
  useFieldError,
  useHousehold,
  useOpened,
} from '@streamline/client'
import { useRecordsForOthers } from '@streamline/client/billing'
import {
  type RechargeDraft,
  type RechargeProblem,
  rechargeDraft,
  rechargeOf,
  rechargeProblems,
  scaledPrice,
  useRechargedText,
  useRenewSubscription,
  useUndoToast,
} from '@streamline/client/subscriptions'
import { isCalendarDate, type BillingInterval } from '@streamline/domain'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { problemsResolver } from '../fields/problems-resolver.ts'
import { RechargeBalance } from './recharge-balance.tsx'
import { RechargeConsequence } from './recharge-consequence.tsx'
import { RechargeExtras } from './recharge-extras.tsx'
import { RechargePack } from './recharge-pack.tsx'
import { RechargePayment } from './recharge-payment.tsx'

const places: FormPlaces = {
  fields: ['renewedOn', 'interval', 'bonus', 'planId', 'paidBy', 'price'],
  codes: { 'date-out-of-range': 'renewedOn', 'currency-mismatch': 'price', 'unknown-member': 'paidBy' },
}

/** A recharge that was made, or a new start of what was over, with what it will do before it is recorded. */
export const RechargeForm = ({
  subscription,
  onDone,
}: {
  subscription: SubscriptionDetail
  onDone: () => void
}) => {
  const { t } = useTranslation(['subscriptions', 'acts', 'verbs'])
  const textOf = useRechargedText()
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const { id } = subscription
  const renew = useRenewSubscription()
  const { revision } = useOpened(subscription, renew.error)
  const refused = useFieldError(renew.error, places)
  const { say } = useUndoToast()
  const { control, register, handleSubmit, setValue, formState } = useForm<RechargeDraft>({
    defaultValues: rechargeDraft(subscription, {
      today,
      paidBy: forOthers ? subscription.paidBy : memberId,
    }),
    resolver: problemsResolver<RechargeDraft, RechargeProblem>(
      (values) => rechargeProblems(values, subscription),
      (problem) => (problem === 'notBonus' ? t('acts:recharge.notBonus') : t(`problem.${problem}`)),
    ),
  })
  const form = useWatch({ control }) as RechargeDraft
  const errorAt = (field: keyof RechargeDraft): string | undefined =>
    formState.errors[field]?.message ?? refused.at(field)
  const restarts = subscription.renewal === 'automatic'

  const send = handleSubmit(() => {
    const input = rechargeOf(form, subscription)
    if (input === null) return
    renew.mutate(
      { id, revision, ...input },
      {
        onSuccess: (newest) => {
          onDone()
          if (newest !== null) say(textOf(newest), newest)
        },
      },
    )
  })

  const setPack = (interval: BillingInterval): void => {
    const known = form.plan ?? subscription
    const scaled = scaledPrice(known.price.amount, known.interval, interval)
    setValue('interval', interval)
    setValue('price', scaled === null ? '' : amountText(scaled, known.price.currency))
  }

  return (
    <SheetForm
      label={t(restarts ? 'recharge.restart' : 'verbs:recharge')}
      busy={renew.isPending}
      error={refused.rest}
      onSubmit={() => void send()}
    >
      <RechargePack
        subscription={subscription}
        form={form}
        control={control}
        errorAt={errorAt}
        onDay={(day) => {
          setValue('renewedOn', day)
          setValue('policy', null)
        }}
        onInterval={setPack}
      />
      {subscription.dayRate !== null ? (
        <RechargeBalance subscription={subscription} form={form} />
      ) : isCalendarDate(form.renewedOn) ? (
        <RechargeConsequence
          pack={subscription}
          renewedOn={form.renewedOn}
          form={form}
          onChange={(policy) => setValue('policy', policy)}
        />
      ) : null}
      {restarts && subscription.beginning.minimumTerm !== null ? (
        <p className="text-sm text-muted">{t('recharge.termOver')}</p>
      ) : null}
      {subscription.dayRate === null ? (
        <RechargeExtras
          subscription={subscription}
          form={form}
          bonus={{ ...register('bonusCount'), error: errorAt('bonusCount') ?? refused.at('bonus') }}
          planError={refused.at('planId')}
          onUnit={(unit) => setValue('bonusUnit', unit)}
          onPlan={(plan) => {
            const known = plan ?? subscription
            setValue('plan', plan)
            setValue('price', amountText(known.price.amount, known.price.currency))
            setValue('interval', known.interval)
          }}
        />
      ) : null}
      <RechargePayment
        form={form}
        forOthers={forOthers}
        payerError={errorAt('paidBy')}
        onPaid={(isPaid) => setValue('isPaid', isPaid)}
        onPayer={(payer) => setValue('paidBy', payer)}
        onMethod={(method) => setValue('method', method)}
      />
    </SheetForm>
  )
}
