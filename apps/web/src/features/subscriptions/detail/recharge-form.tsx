import { amountText, type SubscriptionDetail } from '@streamline/client'
import {
  type RechargeDraft,
  type RechargeProblem,
  rechargeProblems,
  scaledPrice,
  useRecharging,
  draftOfSheet,
} from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { useKeptForm } from '../../../design/kept-form.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { problemsResolver } from '../../../design/problems-resolver.ts'
import { RechargeBalance } from './recharge-balance.tsx'
import { RechargeConsequence } from './recharge-consequence.tsx'
import { RechargeExtras } from './recharge-extras.tsx'
import { RechargePack } from './recharge-pack.tsx'
import { RechargePayment } from './recharge-payment.tsx'

/** A recharge that was made, or a new start of what was over, with what it will do before it is recorded. */
export const RechargeForm = ({
  subscription,
  onDone,
}: {
  subscription: SubscriptionDetail
  onDone: () => void
}) => {
  const { t } = useTranslation(['subscriptions', 'acts', 'verbs'])
  const { draft, forOthers, restarts, say, at, ...recharge } = useRecharging(subscription, onDone)
  const {
    draft: form,
    kept,
    control,
    register,
    handleSubmit,
    setValue,
    wrongAt,
  } = useKeptForm<RechargeDraft>(draftOfSheet('recharge', subscription.id), draft, {
    resolver: problemsResolver<RechargeDraft, RechargeProblem>(
      (values) => rechargeProblems(values, subscription),
      say,
    ),
  })
  const errorAt = (field: keyof RechargeDraft): string | undefined => wrongAt(field) ?? at(field)
  const send = handleSubmit(recharge.submit)

  const setPack = (interval: BillingInterval): void => {
    const known = form.plan ?? subscription
    const scaled = scaledPrice(known.price.amount, known.interval, interval)
    setValue('interval', interval)
    setValue('price', scaled === null ? '' : amountText(scaled, known.price.currency))
  }

  return (
    <SheetForm
      label={t(restarts ? 'recharge.restart' : 'verbs:recharge')}
      busy={recharge.busy}
      error={recharge.rest}
      kept={kept}
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
      ) : (
        <RechargeConsequence
          pack={subscription}
          form={form}
          onChange={(policy) => setValue('policy', policy)}
        />
      )}
      {restarts && subscription.beginning.minimumTerm !== null ? (
        <p className="text-sm text-muted">{t('recharge.termOver')}</p>
      ) : null}
      {subscription.dayRate === null ? (
        <RechargeExtras
          subscription={subscription}
          form={form}
          bonus={{ ...register('bonusCount'), error: errorAt('bonusCount') ?? at('bonus') }}
          planError={at('planId')}
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
