import { useTranslation } from 'react-i18next'
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
  return (
    <div className="grid gap-4 min-[30rem]:grid-cols-2">
      <TextField
        label={t('rate.rate', { from })}
        suffix={<span className="pr-3 text-sm text-muted">{to}</span>}
        inputMode="decimal"
        autoComplete="off"
        placeholder="83.1275"
        value={rate}
        onChange={(event) => onChange({ rate: event.target.value })}
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
