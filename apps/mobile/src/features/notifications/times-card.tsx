import { type NotificationPreferences, useHousehold } from '@streamline/client'
import { getCalendars } from 'expo-localization'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { ChoiceField } from '../../design/choice-field.tsx'
import { SwitchRow } from '../../design/switch-row.tsx'

type Times = Omit<NotificationPreferences, 'rules' | 'revision'>

const usualQuiet = { from: '22:00', until: '07:00' }

/** Every half hour of a day. */
const halfHours = Array.from(
  { length: 48 },
  (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`,
)

/** A time of day; one that is none of the usual is kept while it is chosen. */
const TimeField = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (time: string) => void
}) => {
  const times = halfHours.includes(value) ? halfHours : [...halfHours, value].toSorted()
  return (
    <ChoiceField
      label={label}
      value={value}
      options={times.map((time) => ({ value: time, label: time }))}
      onChange={onChange}
    />
  )
}

const readable = (zone: string): string => zone.replaceAll('_', ' ')

/** The time of day, the quiet hours, where the clock stands, and whether a day is one message. */
export const TimesCard = ({
  draft: { sendAt, quiet, timeZone, digest },
  onChange,
}: {
  draft: Times
  onChange: (changes: Partial<Times>) => void
}) => {
  const { t } = useTranslation('notifications')
  const household = useHousehold()
  const zones = [household.timeZone, getCalendars()[0]?.timeZone, timeZone].filter(
    (zone) => zone !== null && zone !== undefined,
  )
  return (
    <Card title={t('times.title')} className="gap-4">
      <TimeField label={t('times.sendAt')} value={sendAt} onChange={(time) => onChange({ sendAt: time })} />
      <SwitchRow
        label={t('times.quiet')}
        hint={t('times.quietHint')}
        value={quiet !== null}
        onChange={(isQuiet) => onChange({ quiet: isQuiet ? usualQuiet : null })}
      />
      {quiet === null ? null : (
        <>
          <TimeField
            label={t('times.from')}
            value={quiet.from}
            onChange={(from) => onChange({ quiet: { ...quiet, from } })}
          />
          <TimeField
            label={t('times.until')}
            value={quiet.until}
            onChange={(until) => onChange({ quiet: { ...quiet, until } })}
          />
        </>
      )}
      <ChoiceField
        label={t('times.zone')}
        value={timeZone ?? ''}
        options={[
          { value: '', label: t('times.household', { zone: readable(household.timeZone) }) },
          ...[...new Set(zones)].map((zone) => ({ value: zone, label: readable(zone) })),
        ]}
        onChange={(zone) => onChange({ timeZone: zone === '' ? null : zone })}
      />
      <SwitchRow
        label={t('times.digest')}
        hint={t('times.digestHint')}
        value={digest}
        onChange={(isDigest) => onChange({ digest: isDigest })}
      />
    </Card>
  )
}
