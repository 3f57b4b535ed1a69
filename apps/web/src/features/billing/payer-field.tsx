import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../design/field.tsx'

/** Which member; in a household of one there is nothing to ask. */
export const PayerField = ({
  label,
  value,
  error,
  nobody,
  onChange,
}: {
  label: string
  value: string
  error?: string | undefined
  /** What choosing no member means, where that can be chosen; its value is empty. */
  nobody?: string | undefined
  onChange: (memberId: string) => void
}) => {
  const { t } = useTranslation('billing')
  const { members, several } = usePeople()
  if (!several) return null
  return (
    <SelectField label={label} error={error} value={value} onChange={(event) => onChange(event.target.value)}>
      {nobody === undefined ? null : <option value="">{nobody}</option>}
      {members.map(({ id, name, isYou }) => (
        <option key={id} value={id}>
          {isYou ? t('pay.nameYou', { name }) : name}
        </option>
      ))}
    </SelectField>
  )
}
