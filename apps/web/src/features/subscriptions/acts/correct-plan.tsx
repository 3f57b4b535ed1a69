import { amountText, type SubscriptionDetail } from '@streamline/client'
import type { BeginningDraft } from '@streamline/client/subscriptions'
import type { UseFormSetValue } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../../design/segmented.tsx'
import { PlanChoice } from './plan-choice.tsx'

/** The plan that it should have been of, or none. What is chosen fills in the terms below, which may still be typed over. */
export const CorrectPlan = ({
  form,
  before,
  setValue,
  subscription,
  error,
}: {
  form: BeginningDraft
  /** As it is. */
  before: BeginningDraft
  setValue: UseFormSetValue<BeginningDraft>
  subscription: SubscriptionDetail
  error: string | undefined
}) => {
  const { t } = useTranslation('acts')
  const fill = ({ price, interval, taxIncluded, renewal }: BeginningDraft): void => {
    setValue('price', price)
    setValue('interval', interval)
    setValue('taxIncluded', taxIncluded)
    setValue('renewal', renewal)
  }
  return (
    <>
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
          setValue('of', of)
          setValue('plan', null)
          if (of === 'kept') fill(before)
        }}
      />
      {form.of === 'kept' ? null : (
        <p className="text-sm text-muted">{t(form.of === 'own' ? 'correct.ownHint' : 'correct.otherHint')}</p>
      )}
      {form.of === 'plan' ? (
        <PlanChoice
          everywhere
          subscription={subscription}
          value={form.plan}
          error={error}
          onChange={(plan) => {
            setValue('plan', plan)
            fill({
              ...form,
              price: amountText(plan.price.amount, plan.price.currency),
              interval: plan.interval,
              taxIncluded: plan.tax.included,
              renewal: plan.renewal,
            })
          }}
        />
      ) : null}
    </>
  )
}
