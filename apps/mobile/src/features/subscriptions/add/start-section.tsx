import { useFormat, useHousehold } from '@streamline/client'
import type { DraftField, DraftForm, PreviewSummary } from '@streamline/client/subscriptions'
import { addDays, isCalendarDate, startOfMonth } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { ChipRow } from '../../../design/chip-row.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { Field } from '../../../design/field.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'

const pasts = ['assumePaid', 'unpaid', 'leftOut'] as const

/** Since when, and what of it is paid already; only asked where there is something to ask. */
export const StartSection = ({
  form,
  set,
  errorAt,
  summary,
  isLong,
}: {
  form: DraftForm
  set: (change: Partial<DraftForm>) => void
  errorAt: (field: DraftField) => string | undefined
  summary: PreviewSummary | null
  isLong: boolean
}) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const { today } = useHousehold()
  const picks = [
    { value: today, label: t('start.today') },
    { value: addDays(today, -1), label: t('start.yesterday') },
    { value: startOfMonth(today), label: format.shortDate(startOfMonth(today)) },
  ].filter(({ value }, at, all) => all.findIndex((other) => other.value === value) === at)
  const paid = summary?.current ?? (summary?.stopped ? summary.shown[0] : null)
  const hasPast = summary !== null && (isLong || summary.past.length > 0) && summary.shown.length > 0
  return (
    <>
      <DateField
        label={t(form.renewal === 'manual' ? 'start.lastRecharge' : 'start.lastRenewal')}
        value={form.startsOn}
        today={today}
        error={errorAt('startsOn')}
        hint={
          isCalendarDate(form.startsOn) && form.startsOn > today
            ? t('start.future', { days: format.relative(form.startsOn) })
            : undefined
        }
        onChange={(startsOn) => set({ startsOn })}
      />
      <ChipRow
        value={picks.find(({ value }) => value === form.startsOn)?.value ?? null}
        options={picks}
        onChange={(startsOn) => set({ startsOn })}
      />
      {paid && (summary?.mayBePaid || summary?.stopped) ? (
        <SwitchRow
          label={t('start.currentPaid', { period: format.period(paid.startsOn, paid.endsOn) })}
          value={form.currentPaid}
          onChange={(currentPaid) => set({ currentPaid })}
        />
      ) : null}
      {hasPast ? (
        <Field
          label={isLong ? t('start.pastMany') : t('start.past', { count: summary.past.length })}
          hint={t(`start.pastHint.${form.past}`)}
        >
          <ChipRow
            value={form.past}
            options={pasts.map((value) => ({ value, label: t(`start.pastText.${value}`) }))}
            onChange={(past) => set({ past })}
          />
        </Field>
      ) : null}
      {hasPast && form.past === 'leftOut' ? (
        <AmountField
          label={`${t('start.paidBefore')} (${t('more.optional')})`}
          currency={form.currency}
          value={form.paidBefore}
          onChange={(paidBefore) => set({ paidBefore })}
          error={errorAt('paidBefore')}
        />
      ) : null}
      {form.renewal === 'automatic' ? (
        <SwitchRow
          label={t('start.recordsItself')}
          hint={t('start.recordsItselfHint')}
          value={form.recordsItself}
          onChange={(recordsItself) => set({ recordsItself })}
        />
      ) : null}
    </>
  )
}
