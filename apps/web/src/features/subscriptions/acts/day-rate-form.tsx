import { useActForm, draftOfSheet } from '@streamline/client/subscriptions'
import { amountText, parseAmount, useFormat, useHousehold } from '@streamline/client'
import { isCalendarDate } from '@streamline/domain'
import { useEffect } from 'react'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { TextField } from '../../../design/field.tsx'
import { useKeptForm } from '../../../design/kept-form.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'
import { OutlookNote } from './outlook-panel.tsx'

/** What a day costs from a day on, of a balance that burns by the day. */
export const DayRateForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions'])
  const format = useFormat()
  const { today } = useHousehold()
  const { name, dayRate, price } = subscription
  const { currency } = price
  const { draft, kept, control, register, handleSubmit, setFocus, wrongAt } = useKeptForm<{
    rate: string
    fromOn: string
  }>(draftOfSheet('dayRate', subscription.id), {
    rate: dayRate === null ? '' : amountText(dayRate.rate.amount, currency),
    fromOn: today,
  })
  useEffect(() => setFocus('rate'), [setFocus])
  const { rate, fromOn } = draft
  const amount = parseAmount(rate, currency)
  const act =
    amount && isCalendarDate(fromOn)
      ? ({ kind: 'changeDayRate', rate: { amount, currency }, fromOn } as const)
      : null
  const { outlook, busy, at, rest, submit } = useActForm(subscription, act)
  const send = handleSubmit(() => {
    if (act !== null)
      submit(act, { text: t('done.dayRateChanged', { name, amount: format.money(act.rate) }), onDone })
  })
  return (
    <SheetForm
      label={t('dayRate.save')}
      busy={busy}
      error={rest}
      kept={kept}
      foot={<OutlookNote outlook={outlook} />}
      onSubmit={() => void send()}
    >
      <p className="text-sm text-muted">{t('dayRate.hint')}</p>
      <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-5">
        <Controller
          control={control}
          name="rate"
          rules={{ validate: (typed) => Boolean(parseAmount(typed, currency)) || t('dayRate.missing') }}
          render={({ field }) => (
            <AmountField
              {...field}
              label={t('dayRate.rate')}
              currency={currency}
              error={wrongAt('rate') ?? at('rate')}
            />
          )}
        />
        <TextField
          {...register('fromOn', {
            validate: (day) => isCalendarDate(day) || t('subscriptions:problem.notADate'),
          })}
          type="date"
          label={t('dayRate.fromOn')}
          error={wrongAt('fromOn') ?? at('fromOn')}
        />
      </div>
    </SheetForm>
  )
}
