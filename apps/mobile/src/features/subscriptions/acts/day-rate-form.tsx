import { amountText, parseAmount, useFormat, useHousehold } from '@streamline/client'
import { useActForm } from '@streamline/client/subscriptions'
import type { CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { Text } from '../../../design/text.tsx'
import type { SubscriptionFormProps } from '../detail/sheet-name.ts'
import { OutlookNote } from './outlook-panel.tsx'
import { useDraftForm } from './use-draft-form.ts'

/** What a day costs from a day on, of a balance that burns by the day. */
export const DayRateForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation('acts')
  const format = useFormat()
  const { today } = useHousehold()
  const { name, dayRate, price } = subscription
  const { currency } = price
  const { form, set, problemAt, send } = useDraftForm<{ rate: string; fromOn: CalendarDate }, 'missing'>(
    { rate: dayRate === null ? '' : amountText(dayRate.rate.amount, currency), fromOn: today },
    ({ rate }) => (parseAmount(rate, currency) ? {} : { rate: 'missing' }),
    () => t('dayRate.missing'),
  )
  const amount = parseAmount(form.rate, currency)
  const act = amount
    ? ({ kind: 'changeDayRate', rate: { amount, currency }, fromOn: form.fromOn } as const)
    : null
  const { outlook, busy, at, rest, submit } = useActForm(subscription, act)
  return (
    <SheetForm
      typed={form}
      {...sheet}
      label={t('dayRate.save')}
      busy={busy}
      error={rest}
      foot={<OutlookNote outlook={outlook} />}
      onClose={onClose}
      onSubmit={() =>
        send(() => {
          if (act !== null)
            submit(act, {
              text: t('done.dayRateChanged', { name, amount: format.money(act.rate) }),
              onDone: onClose,
            })
        })
      }
    >
      <Text size="sm" tone="muted">
        {t('dayRate.hint')}
      </Text>
      <AmountField
        label={t('dayRate.rate')}
        currency={currency}
        value={form.rate}
        onChange={(rate) => set({ rate })}
        error={problemAt('rate') ?? at('rate')}
      />
      <DateField
        label={t('dayRate.fromOn')}
        value={form.fromOn}
        today={today}
        error={at('fromOn')}
        onChange={(fromOn) => set({ fromOn })}
      />
    </SheetForm>
  )
}
