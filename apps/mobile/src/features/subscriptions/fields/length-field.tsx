import { intervalChoiceKey } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../../design/choice-field.tsx'

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
    <ChoiceField
      label={label}
      value={value === null ? '' : intervalChoiceKey(value)}
      error={error}
      options={[
        { value: '', label: none },
        ...lengths.map((length) => ({
          value: intervalChoiceKey(length),
          label: t(`length.${length.unit}`, { count: length.count }),
        })),
      ]}
      onChange={(key) => onChange(lengths.find((length) => intervalChoiceKey(length) === key) ?? null)}
    />
  )
}
