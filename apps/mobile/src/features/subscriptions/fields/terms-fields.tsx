import { parseAmount, useFormat } from '@streamline/client'
import { balanceOfDraft, firstBillDate, type TermsForm } from '@streamline/client/subscriptions'
import { type BillingInterval, isCalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { TextField } from '../../../design/field.tsx'
import { CalendarCheck2 } from '../../../design/icons.ts'
import { Notice } from '../../../design/notice.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { LengthField } from './length-field.tsx'

export interface TermsSection {
  form: TermsForm
  set: (change: Partial<TermsForm>) => void
  errorAt: (field: keyof TermsForm) => string | undefined
}

/** How long a balance lasts: "₹300 at ₹10.50 a day: 28 days, until 27 Dec, ₹6 left over". */
export const BalanceNote = ({ form }: Pick<TermsSection, 'form'>) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const lasts = balanceOfDraft(form)
  if (lasts === null) return null
  const money = (typed: string): string =>
    format.money({ amount: parseAmount(typed, form.currency) ?? 0, currency: form.currency })
  return (
    <Notice icon={CalendarCheck2} tone="brand">
      {t('price.lasts', {
        amount: money(form.price),
        rate: money(form.dayRate),
        count: lasts.days,
        date: format.shortDate(lasts.until),
        left: format.money(lasts.left),
      })}
    </Notice>
  )
}

const firstBills = ['whole', 'byDay', 'none'] as const

interface BillDaysProps {
  form: Pick<TermsForm, 'billDay' | 'dueDays'>
  set: (change: Partial<Pick<TermsForm, 'billDay' | 'dueDays'>>) => void
  errorAt: (field: 'billDay' | 'dueDays') => string | undefined
}

/** Postpaid: when the bill is made, and how long there is to pay it. */
export const BillDays = ({ form, set, errorAt }: BillDaysProps) => {
  const { t } = useTranslation('add')
  return (
    <>
      <TextField
        label={t('start.billDay')}
        hint={t('start.billDayHint')}
        inputMode="numeric"
        maxLength={2}
        value={form.billDay}
        onChangeText={(billDay) => set({ billDay })}
        error={errorAt('billDay')}
      />
      <TextField
        label={t('start.dueDays')}
        hint={t('start.dueDaysHint')}
        inputMode="numeric"
        maxLength={2}
        value={form.dueDays}
        onChangeText={(dueDays) => set({ dueDays })}
        error={errorAt('dueDays')}
      />
    </>
  )
}

/** Postpaid: when the bill is made, how long there is to pay it, and what is billed for the days before the first. */
export const BillFields = ({ form, set, errorAt }: TermsSection) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const first = firstBillDate(form)
  return (
    <>
      <BillDays form={form} set={set} errorAt={errorAt} />
      {first === null || !isCalendarDate(form.startsOn) ? null : (
        <RadioCards
          label={t('start.firstBill', { date: format.shortDate(first) })}
          value={form.firstBill}
          onChange={(firstBill) => set({ firstBill })}
          options={firstBills.map((value) => ({
            value,
            label: t(`start.firstBillText.${value}`),
            hint: t(`start.firstBillHint.${value}`, {
              period: isCalendarDate(form.startsOn) ? format.period(form.startsOn, first) : '',
            }),
          }))}
        />
      )}
    </>
  )
}

const trials: readonly BillingInterval[] = [
  { count: 7, unit: 'day' },
  { count: 14, unit: 'day' },
  { count: 30, unit: 'day' },
  { count: 1, unit: 'month' },
  { count: 3, unit: 'month' },
]

/** A free first period, a price that ends, and what was given on top. */
export const IntroFields = ({
  form,
  set,
  errorAt,
  introError,
}: TermsSection & { introError: string | undefined }) => {
  const { t } = useTranslation('add')
  return (
    <>
      <LengthField
        label={t('more.trial')}
        none={t('more.noTrial')}
        usual={trials}
        value={form.trial}
        error={errorAt('trial')}
        onChange={(trial) => set({ trial })}
      />
      <AmountField
        label={t('more.introPrice')}
        aside={t('more.optional')}
        currency={form.currency}
        value={form.introPrice}
        onChange={(introPrice) => set({ introPrice })}
        error={errorAt('introPrice') ?? introError}
      />
      <TextField
        label={t('more.introPeriods')}
        aside={t('more.optional')}
        inputMode="numeric"
        maxLength={3}
        value={form.introPeriods}
        onChangeText={(introPeriods) => set({ introPeriods })}
        error={errorAt('introPeriods')}
      />
      <BonusFields
        label={t('more.bonus')}
        count={form.bonusCount}
        unit={form.bonusUnit}
        error={errorAt('bonusCount')}
        onChange={set}
      />
    </>
  )
}

const units = ['day', 'month'] as const

/** What the provider gave on top of a period that is paid ahead. */
export const BonusFields = ({
  label,
  count,
  unit,
  error,
  onChange,
}: {
  label: string
  count: string
  unit: TermsForm['bonusUnit']
  error: string | undefined
  onChange: (change: Partial<Pick<TermsForm, 'bonusCount' | 'bonusUnit'>>) => void
}) => {
  const { t } = useTranslation('add')
  return (
    <>
      <TextField
        label={label}
        aside={t('more.optional')}
        inputMode="numeric"
        maxLength={3}
        value={count}
        onChangeText={(bonusCount) => onChange({ bonusCount })}
        error={error}
      />
      {count.trim() === '' ? null : (
        <RadioCards
          label={t('more.bonusUnit')}
          value={unit}
          options={units.map((value) => ({ value, label: t(`more.unit.${value}`) }))}
          onChange={(bonusUnit) => onChange({ bonusUnit })}
        />
      )}
    </>
  )
}

const minimums: readonly BillingInterval[] = [3, 6, 12, 18, 24, 36].map((count) => ({
  count,
  unit: 'month',
}))

/** How long one must stay, and what leaving before costs. */
export const MinimumTermFields = ({ form, set, errorAt }: TermsSection) => {
  const { t } = useTranslation('add')
  return (
    <>
      <LengthField
        label={t('more.minimumTerm')}
        none={t('more.noMinimumTerm')}
        usual={minimums}
        value={form.minimumTerm}
        error={errorAt('minimumTerm')}
        onChange={(minimumTerm) => set({ minimumTerm })}
      />
      {form.minimumTerm === null ? null : (
        <AmountField
          label={t('more.exitFee')}
          aside={t('more.optional')}
          currency={form.currency}
          value={form.exitFee}
          onChange={(exitFee) => set({ exitFee })}
          error={errorAt('exitFee')}
        />
      )}
    </>
  )
}
