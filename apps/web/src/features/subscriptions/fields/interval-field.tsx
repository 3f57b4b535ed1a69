import { useIntervalText } from '@streamline/client'
import { intervalChoiceKey, intervalChoices } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../design/field.tsx'

/** How often, among the lengths that plans are sold in and the one it has. */
export const IntervalField = ({
  label,
  isLength = false,
  own,
  value,
  error,
  onChange,
}: {
  label: string
  /** How long it lasts, "84 days", and not how often it comes, "every 84 days". */
  isLength?: boolean
  /** The length it has, offered too where it is none of the usual. */
  own: BillingInterval
  value: BillingInterval
  error: string | undefined
  onChange: (interval: BillingInterval) => void
}) => {
  const { t } = useTranslation('acts')
  const often = useIntervalText()
  const text = (interval: BillingInterval): string =>
    isLength ? t(`length.${interval.unit}`, { count: interval.count }) : often(interval)
  const choices = intervalChoices(own)
  return (
    <SelectField
      label={label}
      value={intervalChoiceKey(value)}
      error={error}
      onChange={(event) => {
        const chosen = choices.find((choice) => intervalChoiceKey(choice) === event.target.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {choices.map((interval) => (
        <option key={intervalChoiceKey(interval)} value={intervalChoiceKey(interval)}>
          {text(interval)}
        </option>
      ))}
    </SelectField>
  )
}
