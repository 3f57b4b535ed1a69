import { intervalChoiceKey } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../design/field.tsx'

const usual: readonly BillingInterval[] = [
  { count: 7, unit: 'day' },
  { count: 14, unit: 'day' },
  { count: 30, unit: 'day' },
  { count: 1, unit: 'month' },
  { count: 3, unit: 'month' },
]

/** Length of a free first period; one that is none of the usual is kept while it is chosen. */
export const TrialField = ({
  value,
  error,
  onChange,
}: {
  value: BillingInterval | null
  error: string | undefined
  onChange: (trial: BillingInterval | null) => void
}) => {
  const { t } = useTranslation(['add', 'acts'])
  const isUsual =
    value === null || usual.some((trial) => intervalChoiceKey(trial) === intervalChoiceKey(value))
  const trials = isUsual ? usual : [...usual, value]
  return (
    <SelectField
      label={t('more.trial')}
      value={value === null ? '' : intervalChoiceKey(value)}
      onChange={(event) =>
        onChange(trials.find((trial) => intervalChoiceKey(trial) === event.target.value) ?? null)
      }
      error={error}
    >
      <option value="">{t('more.noTrial')}</option>
      {trials.map((trial) => (
        <option key={intervalChoiceKey(trial)} value={intervalChoiceKey(trial)}>
          {t(`acts:length.${trial.unit}`, { count: trial.count })}
        </option>
      ))}
    </SelectField>
  )
}
