import { useIntervalText } from '@streamline/client'
import { intervalChoiceKey, intervalChoices } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../../design/choice-field.tsx'

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
  const choices = intervalChoices(own)
  return (
    <ChoiceField
      label={label}
      value={intervalChoiceKey(value)}
      error={error}
      options={choices.map((choice) => ({
        value: intervalChoiceKey(choice),
        label: isLength ? t(`length.${choice.unit}`, { count: choice.count }) : often(choice),
      }))}
      onChange={(key) => {
        const chosen = choices.find((choice) => intervalChoiceKey(choice) === key)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}
