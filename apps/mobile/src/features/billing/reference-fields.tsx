import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../design/disclosure.tsx'
import { TextField } from '../../design/field.tsx'

/** What few people write: the number of the transaction, and a word about it. */
export const ReferenceFields = ({
  reference,
  note,
  error,
  onChange,
}: {
  reference: string
  note: string
  error: string | undefined
  onChange: (change: { reference?: string; note?: string }) => void
}) => {
  const { t } = useTranslation('billing')
  const said = [reference.trim(), note.trim()].filter(Boolean).join(' · ')
  return (
    <Disclosure label={t('pay.more')} aside={said || t('pay.optional')}>
      <TextField
        label={t('pay.reference')}
        placeholder={t('pay.referenceHint')}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={80}
        value={reference}
        onChangeText={(text) => onChange({ reference: text })}
        error={error}
      />
      <TextField
        label={t('pay.note')}
        multiline
        maxLength={500}
        value={note}
        onChangeText={(text) => onChange({ note: text })}
      />
    </Disclosure>
  )
}
