import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/field.tsx'

type Typed = Omit<ComponentProps<typeof TextField>, 'label'>

/** Postpaid: when the bill is made and how long there is to pay it. */
export const BillFields = ({ billDay, dueDays }: { billDay: Typed; dueDays: Typed }) => {
  const { t } = useTranslation('add')
  return (
    <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-4">
      <TextField
        {...billDay}
        label={t('start.billDay')}
        hint={t('start.billDayHint')}
        inputMode="numeric"
        maxLength={2}
      />
      <TextField
        {...dueDays}
        label={t('start.dueDays')}
        hint={t('start.dueDaysHint')}
        inputMode="numeric"
        maxLength={2}
      />
    </div>
  )
}
