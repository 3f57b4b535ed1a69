import { intervalChoiceKey } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../design/field.tsx'

/** A length, or none; one that is none of the usual is kept while it is chosen. */
export const LengthField = ({
  label,
  none,
  usual,
  value,
  error,
  onChange,
}: {
  label: string
  none: string
  usual: readonly BillingInterval[]
  value: BillingInterval | null
  error: string | undefined
  onChange: (length: BillingInterval | null) => void
}) => {
  const { t } = useTranslation('acts')
  const isUsual =
    value === null || usual.some((length) => intervalChoiceKey(length) === intervalChoiceKey(value))
  const lengths = isUsual ? usual : [...usual, value]
  return (
    <SelectField
      label={label}
      value={value === null ? '' : intervalChoiceKey(value)}
      onChange={(event) =>
        onChange(lengths.find((length) => intervalChoiceKey(length) === event.target.value) ?? null)
      }
      error={error}
    >
      <option value="">{none}</option>
      {lengths.map((length) => (
        <option key={intervalChoiceKey(length)} value={intervalChoiceKey(length)}>
          {t(`length.${length.unit}`, { count: length.count })}
        </option>
      ))}
    </SelectField>
  )
}
