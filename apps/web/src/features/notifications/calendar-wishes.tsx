import { calendarScopes, withAgendaKind, type CalendarWishes } from '@streamline/client/notifications'
import { agendaKinds } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../design/check-field.tsx'
import { ChoiceChips } from '../../design/choice-chips.tsx'

/** Whose dates a calendar has, and which. */
export const CalendarWishesFields = ({
  value,
  onChange,
}: {
  value: CalendarWishes
  onChange: (wishes: CalendarWishes) => void
}) => {
  const { t } = useTranslation('notifications')
  return (
    <>
      <ChoiceChips
        label={t('calendar.scope')}
        value={value.scope}
        options={calendarScopes.map((scope) => ({ value: scope, label: t(`calendar.scopes.${scope}`) }))}
        onChange={(scope) => onChange({ ...value, scope })}
      />
      <fieldset className="space-y-2">
        <legend className="mb-1.5 text-sm font-semibold">{t('calendar.kinds')}</legend>
        {agendaKinds.map((kind) => (
          <CheckField
            key={kind}
            label={t(`calendar.kind.${kind}`)}
            checked={value.kinds.includes(kind)}
            onChange={(isWanted) => onChange(withAgendaKind(value, kind, isWanted))}
          />
        ))}
      </fieldset>
    </>
  )
}
