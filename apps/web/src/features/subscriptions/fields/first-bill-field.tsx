import { useFormat } from '@streamline/client'
import { firstBillDate, type TermsForm } from '@streamline/client/subscriptions'
import { isCalendarDate, type FirstBill } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../../../design/radio-cards.tsx'

const choices = ['whole', 'byDay', 'none'] as const

/** What is billed for the days before the first bill date; asked only where there are some. */
export const FirstBillField = ({
  form,
  onChange,
}: {
  form: Pick<TermsForm, 'startsOn' | 'postpaid' | 'billDay' | 'firstBill'>
  onChange: (firstBill: FirstBill) => void
}) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const first = firstBillDate(form)
  if (first === null || !isCalendarDate(form.startsOn)) return null
  const period = format.period(form.startsOn, first)
  return (
    <RadioCards
      label={t('start.firstBill', { date: format.shortDate(first) })}
      value={form.firstBill}
      onChange={onChange}
      options={choices.map((value) => ({
        value,
        label: t(`start.firstBillText.${value}`),
        hint: t(`start.firstBillHint.${value}`, { period }),
      }))}
    />
  )
}
