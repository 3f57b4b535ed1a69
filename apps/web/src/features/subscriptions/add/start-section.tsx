import { useFormat, useHousehold } from '@streamline/client'
import { isPostpaidNumber, type PreviewSummary } from '@streamline/client/subscriptions'
import { addDays, isCalendarDate, startOfMonth } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../design/check-field.tsx'
import { Chip } from '../../../design/chip.tsx'
import { TextField } from '../../../design/field.tsx'
import { BillSection } from './bill-section.tsx'
import { PastFields } from './past-fields.tsx'
import type { SectionProps } from './price-section.tsx'

/** Since when, and what of it is paid already; only asked where there is something to ask. */
export const StartSection = ({
  summary,
  isLong,
  ...section
}: SectionProps & {
  summary: PreviewSummary | null
  /** More lies behind than the preview tells. */
  isLong: boolean
}) => {
  const { form, plan, set, errorAt } = section
  const { t } = useTranslation('add')
  const format = useFormat()
  const { today } = useHousehold()
  const picks = [
    { on: today, label: t('start.today') },
    { on: addDays(today, -1), label: t('start.yesterday') },
    { on: startOfMonth(today), label: format.shortDate(startOfMonth(today)) },
  ].filter(({ on }, at, all) => all.findIndex((other) => other.on === on) === at)
  const paid = summary?.current ?? (summary?.stopped ? summary.shown[0] : null)
  return (
    <div className="space-y-4">
      <div>
        <TextField
          type="date"
          label={form.renewal === 'manual' ? t('start.lastRecharge') : t('start.lastRenewal')}
          value={form.startsOn}
          onChange={(event) => set({ startsOn: event.target.value })}
          error={errorAt('startsOn')}
          hint={
            isCalendarDate(form.startsOn) && form.startsOn > today
              ? t('start.future', { days: format.relative(form.startsOn) })
              : undefined
          }
        />
        <div className="mt-2.5 flex flex-wrap gap-2">
          {picks.map(({ on, label }) => (
            <Chip key={on} selected={form.startsOn === on} onClick={() => set({ startsOn: on })}>
              {label}
            </Chip>
          ))}
        </div>
      </div>
      {form.postpaid && isPostpaidNumber(plan) ? <BillSection {...section} /> : null}
      {paid && (summary?.mayBePaid || summary?.stopped) ? (
        <CheckField
          label={t('start.currentPaid', { period: format.period(paid.startsOn, paid.endsOn) })}
          checked={form.currentPaid}
          onChange={(currentPaid) => set({ currentPaid })}
        />
      ) : null}
      {summary && (isLong || summary.past.length > 0) && summary.shown.length > 0 ? (
        <PastFields {...section} count={isLong ? null : summary.past.length} />
      ) : null}
      {form.renewal === 'automatic' ? (
        <CheckField
          label={t('start.recordsItself')}
          hint={t('start.recordsItselfHint')}
          checked={form.recordsItself}
          onChange={(recordsItself) => set({ recordsItself })}
        />
      ) : null}
    </div>
  )
}
