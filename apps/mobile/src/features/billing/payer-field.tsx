import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { ChipRow } from '../../design/chip-row.tsx'
import { Field } from '../../design/field.tsx'

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
    <Field label={label} error={error}>
      <ChipRow
        value={value}
        options={[
          ...(nobody === undefined ? [] : [{ value: '', label: nobody }]),
          ...members.map(({ id, name, isYou }) => ({
            value: id,
            label: isYou ? t('pay.nameYou', { name }) : name,
          })),
        ]}
        onChange={onChange}
      />
    </Field>
  )
}
