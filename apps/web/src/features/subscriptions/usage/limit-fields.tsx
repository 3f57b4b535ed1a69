import { type SubscriptionDetail } from '@streamline/client'
import { allowanceFields, isAllowanceText, usageDigits, type AllowanceDraft } from '@streamline/client/usage'
import { allowancePers } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { DecimalField } from '../../../design/decimal-field.tsx'
import { SelectField } from '../../../design/field.tsx'

const pers = { day: 'own.perDay', month: 'own.perMonth', period: 'own.perPeriod' } as const

/** Limits that a household knows better than the plan: data, and on a mobile line calls. */
export const LimitFields = ({
  kind,
  limits,
  sent,
  error,
  onChange,
}: {
  kind: SubscriptionDetail['kind']
  limits: AllowanceDraft
  sent: boolean
  error: string | undefined
  onChange: (limits: AllowanceDraft) => void
}) => {
  const { t } = useTranslation('usage')
  const fields = allowanceFields(kind)
  if (fields.length === 0) return null
  const wrong = (field: 'data' | 'calls') =>
    sent && !isAllowanceText(field, limits[field]) ? t('problem.notALimit') : undefined
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-4">
        <DecimalField
          digits={usageDigits.data}
          label={t('own.data')}
          hint={t('own.dataHint')}
          value={limits.data}
          onChange={(data) => onChange({ ...limits, data })}
          error={wrong('data') ?? error}
        />
        <SelectField
          label={t('own.per')}
          value={limits.dataPer}
          onChange={(event) =>
            onChange({
              ...limits,
              dataPer: allowancePers.find((per) => per === event.target.value) ?? limits.dataPer,
            })
          }
        >
          {allowancePers.map((per) => (
            <option key={per} value={per}>
              {t(pers[per])}
            </option>
          ))}
        </SelectField>
      </div>
      {fields.includes('calls') ? (
        <DecimalField
          digits={usageDigits.calls}
          label={t('own.calls')}
          value={limits.calls}
          onChange={(calls) => onChange({ ...limits, calls })}
          error={wrong('calls')}
        />
      ) : null}
    </>
  )
}
