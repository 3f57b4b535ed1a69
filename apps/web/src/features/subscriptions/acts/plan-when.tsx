import { useFormat } from '@streamline/client'
import { periodEndOf } from '@streamline/client/subscriptions'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import type { PlanSection } from './plan-price.tsx'

/** From today, from the end of the period or from a day; of an announced price only the day, if there is one. */
export const PlanWhen = ({ control, setValue, form, errorAt, subscription }: PlanSection) => {
  const { t } = useTranslation(['acts', 'app'])
  const format = useFormat()
  const end = periodEndOf(subscription)
  const isAnnounced = form.what === 'announced'
  const day =
    isAnnounced || form.when === 'day' ? (
      <Controller
        control={control}
        name="fromOn"
        render={({ field }) => (
          <TextField
            {...field}
            type="date"
            label={t(isAnnounced ? 'plan.announcedFor' : 'plan.fromOn')}
            aside={isAnnounced ? t('app:actions.optional') : undefined}
            hint={isAnnounced ? t('plan.announcedForHint') : undefined}
            error={errorAt('fromOn')}
          />
        )}
      />
    ) : null
  if (isAnnounced) return day
  const error = errorAt('fromOn')
  return (
    <>
      <RadioCards
        label={t('plan.when')}
        value={form.when}
        onChange={(when) => setValue('when', when)}
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
      {day ??
        (error ? (
          <p role="alert" className="text-sm font-medium text-danger">
            {error}
          </p>
        ) : null)}
    </>
  )
}
