import type { SubscriptionDetail } from '@streamline/client'
import type { PlanChangeDraft } from '@streamline/client/subscriptions'
import { Controller, type Control, type UseFormSetValue } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { IntervalField } from '../fields/interval-field.tsx'

export interface PlanSection {
  control: Control<PlanChangeDraft>
  setValue: UseFormSetValue<PlanChangeDraft>
  form: PlanChangeDraft
  errorAt: (field: keyof PlanChangeDraft) => string | undefined
  subscription: SubscriptionDetail
}

/** What it costs from then on, and how often. */
export const PlanPrice = ({ control, setValue, form, errorAt, subscription }: PlanSection) => {
  const { t } = useTranslation('add')
  const tax = form.what === 'plan' && form.plan !== null ? form.plan.tax : subscription.tax
  const price = (
    <Controller
      control={control}
      name="price"
      render={({ field }) => (
        <AmountField
          {...field}
          label={t(tax.included ? 'price.label' : 'price.labelNet')}
          currency={subscription.price.currency}
          error={errorAt('price')}
        />
      )}
    />
  )
  if (form.what === 'announced') return price
  return (
    <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-4">
      {price}
      <IntervalField
        label={t('price.interval')}
        own={form.plan?.interval ?? subscription.interval}
        value={form.interval}
        error={errorAt('interval')}
        onChange={(interval) => setValue('interval', interval)}
      />
    </div>
  )
}
