import { useHousehold, type NotificationPreferences } from '@streamline/client'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../design/check-field.tsx'
import { SelectField, TextField } from '../../design/field.tsx'

type Times = Omit<NotificationPreferences, 'rules' | 'revision'>

const usualQuiet = { from: '22:00', until: '07:00' }

/** The time of day, the quiet hours, where the clock stands, and whether a day is one message. */
export const TimesFields = ({
  draft: { sendAt, quiet, timeZone, digest },
  onChange,
}: {
  draft: Times
  onChange: (changes: Partial<Times>) => void
}) => {
  const { t } = useTranslation('notifications')
  const household = useHousehold()
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const change = (part: Partial<typeof usualQuiet>) =>
    quiet === null ? undefined : onChange({ quiet: { ...quiet, ...part } })
  return (
    <div className="space-y-4">
      <TextField
        type="time"
        required
        label={t('times.sendAt')}
        value={sendAt}
        onChange={(event) => onChange({ sendAt: event.target.value })}
      />
      <CheckField
        label={t('times.quiet')}
        hint={t('times.quietHint')}
        checked={quiet !== null}
        onChange={(isQuiet) => onChange({ quiet: isQuiet ? usualQuiet : null })}
      />
      {quiet === null ? null : (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-3">
          <TextField
            type="time"
            required
            label={t('times.from')}
            value={quiet.from}
            onChange={(event) => change({ from: event.target.value })}
          />
          <TextField
            type="time"
            required
            label={t('times.until')}
            value={quiet.until}
            onChange={(event) => change({ until: event.target.value })}
          />
        </div>
      )}
      <SelectField
        label={t('times.zone')}
        value={timeZone ?? ''}
        onChange={(event) => onChange({ timeZone: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">{t('times.household', { zone: household.timeZone.replaceAll('_', ' ') })}</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <CheckField
        label={t('times.digest')}
        hint={t('times.digestHint')}
        checked={digest}
        onChange={(isDigest) => onChange({ digest: isDigest })}
      />
    </div>
  )
}
