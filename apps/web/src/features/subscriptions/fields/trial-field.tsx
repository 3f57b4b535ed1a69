import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { LengthField } from './length-field.tsx'

const usual: readonly BillingInterval[] = [
  { count: 7, unit: 'day' },
  { count: 14, unit: 'day' },
  { count: 30, unit: 'day' },
  { count: 1, unit: 'month' },
  { count: 3, unit: 'month' },
]

/** Length of a free first period. */
export const TrialField = ({
  value,
  error,
  onChange,
}: {
  value: BillingInterval | null
  error: string | undefined
  onChange: (trial: BillingInterval | null) => void
}) => {
  const { t } = useTranslation('add')
  return (
    <LengthField
      label={t('more.trial')}
      none={t('more.noTrial')}
      usual={usual}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
