import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Chip } from '../../design/chip.tsx'
import { usePeople } from '@streamline/client/households'

/** Several members of the household; who is chosen is pressed. */
export const MembersField = ({
  label,
  hint,
  error,
  value,
  onChange,
}: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: readonly string[]
  onChange: (memberIds: readonly string[]) => void
}) => {
  const { t } = useTranslation('words')
  const { members } = usePeople()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {members.map(({ id, name, isYou }) => (
          <Chip
            key={id}
            selected={value.includes(id)}
            leading={<Avatar id={id} name={name} size="sm" />}
            onClick={() =>
              onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id])
            }
          >
            {isYou ? `${name} (${t('you')})` : name}
          </Chip>
        ))}
      </div>
      {hint ? <p className="mt-1.5 text-sm text-faint">{hint}</p> : null}
      {error ? (
        <p role="alert" className="mt-1.5 text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
