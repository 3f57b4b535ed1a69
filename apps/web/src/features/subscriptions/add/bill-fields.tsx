import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/field.tsx'
import type { SectionProps } from './price-section.tsx'

/** Postpaid: when the bill is made and how long there is to pay it. */
export const BillFields = ({ form, set, errorAt }: SectionProps) => {
  const { t } = useTranslation('add')
  return (
    <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-4">
      <TextField
        label={t('start.billDay')}
        hint={t('start.billDayHint')}
        inputMode="numeric"
        maxLength={2}
        value={form.billDay}
        onChange={(event) => set({ billDay: event.target.value })}
        error={errorAt('billDay')}
      />
      <TextField
        label={t('start.dueDays')}
        hint={t('start.dueDaysHint')}
        inputMode="numeric"
        maxLength={2}
        value={form.dueDays}
        onChange={(event) => set({ dueDays: event.target.value })}
        error={errorAt('dueDays')}
      />
    </div>
  )
}
