import { type PeriodsAround, useSplitDays, type WhenDraft } from '@streamline/client/subscriptions'
import type { CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { ChoiceChips } from '../../../design/choice-chips.tsx'
import { TextField } from '../../../design/field.tsx'

/** From which day a split is in force. */
export const SplitWhen = ({
  value,
  around,
  earliest,
  error,
  onChange,
}: {
  value: WhenDraft
  around: PeriodsAround
  earliest: CalendarDate
  error: string | undefined
  onChange: (value: WhenDraft) => void
}) => {
  const { t } = useTranslation('split')
  const { options, latest } = useSplitDays(around)
  return (
    <div className="space-y-3">
      <ChoiceChips
        label={t('when.label')}
        value={value.when}
        options={options}
        onChange={(when) => onChange({ ...value, when })}
      />
      {value.when === 'date' ? (
        <TextField
          type="date"
          label={t('when.day')}
          min={earliest}
          max={latest}
          value={value.date}
          onChange={(event) => onChange({ ...value, date: event.target.value })}
          error={error}
        />
      ) : error ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}
