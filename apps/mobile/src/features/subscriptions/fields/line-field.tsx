import { itemsOf, type Kind } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { lineTitle, useLines } from '@streamline/client/lines'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Chip } from '../../../design/chip.tsx'
import { Field, TextField } from '../../../design/field.tsx'

interface LineChoice {
  readonly line: string
  readonly lineId: string | null
}

/** A number that the household has, or another one to type. */
export const LineField = ({
  kind,
  value: { line, lineId },
  label,
  hint,
  aside,
  error,
  onChange,
}: {
  kind: Kind
  value: LineChoice
  label: string
  hint?: string | undefined
  aside?: string
  error?: string | undefined
  onChange: (choice: LineChoice) => void
}) => {
  const { t } = useTranslation('lines')
  const { shortNameOf } = usePeople()
  const lines = itemsOf(useLines(kind).data).filter((known) => known.kind === kind)
  const field = (
    <TextField
      label={lines.length === 0 ? label : t('another')}
      aside={aside}
      hint={hint}
      maxLength={60}
      autoComplete="off"
      autoCapitalize="none"
      inputMode={kind === 'mobile' ? 'tel' : 'text'}
      value={line}
      onChangeText={(text) => onChange({ line: text, lineId: null })}
      error={error}
    />
  )
  if (lines.length === 0) return field
  return (
    <>
      <Field label={label}>
        <View className="flex-row flex-wrap gap-2">
          {lines.map((known) => (
            <Chip
              key={known.id}
              selected={known.id === lineId}
              onPress={() => onChange({ line: '', lineId: known.id === lineId ? null : known.id })}
            >
              {known.name === null && known.memberId !== null
                ? `${lineTitle(known)} · ${shortNameOf(known.memberId)}`
                : lineTitle(known)}
            </Chip>
          ))}
        </View>
      </Field>
      {field}
    </>
  )
}
