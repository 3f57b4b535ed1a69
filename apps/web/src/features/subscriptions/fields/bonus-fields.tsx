import type { BonusUnit } from '@streamline/client/subscriptions'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '../../../design/field.tsx'

const units = ['day', 'month'] as const

/** What the provider gave on top of a period that is paid ahead. */
export const BonusFields = ({
  label,
  count,
  unit,
  onUnit,
}: {
  label: string
  count: Omit<ComponentProps<typeof TextField>, 'label'>
  unit: BonusUnit
  onUnit: (unit: BonusUnit) => void
}) => {
  const { t } = useTranslation('add')
  return (
    <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-5">
      <TextField {...count} label={label} aside={t('more.optional')} inputMode="numeric" maxLength={3} />
      <SelectField
        label={t('more.bonusUnit')}
        value={unit}
        onChange={(event) => onUnit(units.find((known) => known === event.target.value) ?? 'day')}
      >
        {units.map((known) => (
          <option key={known} value={known}>
            {t(`more.unit.${known}`)}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
