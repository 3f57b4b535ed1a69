import { itemsOf, type Kind } from '@streamline/client'
import { lineTitle, useLines } from '@streamline/client/lines'
import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../../design/chip.tsx'
import { TextField } from '../../../design/field.tsx'

export interface LineChoice {
  line: string
  lineId: string | null
}

/** A number that the household has, or another one to type. */
export const LineField = ({
  kind,
  value,
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
  aside?: string | undefined
  error?: string | undefined
  onChange: (choice: LineChoice) => void
}) => {
  const { t } = useTranslation('lines')
  const { shortNameOf } = usePeople()
  const lines = itemsOf(useLines(kind).data).filter((line) => line.kind === kind)
  const { line, lineId } = value
  const field = (
    <TextField
      label={lines.length === 0 ? label : t('another')}
      aside={aside}
      hint={hint}
      maxLength={60}
      autoComplete="off"
      inputMode={kind === 'mobile' ? 'tel' : 'text'}
      value={line}
      onChange={(event) => onChange({ line: event.target.value, lineId: null })}
      error={error}
    />
  )
  if (lines.length === 0) return field
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="mb-3 flex flex-wrap gap-2">
        {lines.map((known) => (
          <Chip
            key={known.id}
            selected={known.id === lineId}
            onClick={() => onChange({ line: '', lineId: known.id === lineId ? null : known.id })}
          >
            <span className="figures">
              {lineTitle(known)}
              {known.name === null && known.memberId !== null ? ` · ${shortNameOf(known.memberId)}` : ''}
            </span>
          </Chip>
        ))}
      </div>
      {field}
    </fieldset>
  )
}
