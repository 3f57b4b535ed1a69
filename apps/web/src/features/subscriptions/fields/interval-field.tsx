import { useIntervalText } from '@streamline/client'
import { intervalChoiceKey, intervalChoices } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { SelectField } from '../../../design/field.tsx'

/** How often, among the lengths that plans are sold in and the one it has. */
export const IntervalField = ({
  label,
  own,
  value,
  error,
  onChange,
}: {
  label: string
  /** The length it has, offered too where it is none of the usual. */
  own: BillingInterval
  value: BillingInterval
  error: string | undefined
  onChange: (interval: BillingInterval) => void
}) => {
  const intervalText = useIntervalText()
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
          {intervalText(interval)}
        </option>
      ))}
    </SelectField>
  )
}
