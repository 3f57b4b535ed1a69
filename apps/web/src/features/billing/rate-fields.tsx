import { useFormat } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { DecimalField } from '../../design/decimal-field.tsx'
import { TextField } from '../../design/field.tsx'

/** One rate of one day, and where it was read: never 1:1, never guessed. */
export const RateFields = ({
  from,
  to,
  rate,
  source,
  errorAt,
  onChange,
}: {
  from: string
  to: string
  rate: string
  source: string
  errorAt: (field: 'rate' | 'source') => string | undefined
  onChange: (change: { rate?: string; source?: string }) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  return (
    <div className="grid gap-4 min-[30rem]:grid-cols-2">
      <DecimalField
        digits={12}
        label={t('rate.rate', { from })}
        suffix={<span className="pr-3 text-sm text-muted">{to}</span>}
        placeholder={format.number(83.12)}
        value={rate}
        onChange={(typed) => onChange({ rate: typed })}
        error={errorAt('rate')}
      />
      <TextField
        label={t('rate.source')}
        placeholder={t('rate.sourceHint')}
        maxLength={120}
        value={source}
        onChange={(event) => onChange({ source: event.target.value })}
        error={errorAt('source')}
      />
    </div>
  )
}
