import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { Chip } from '../../design/chip.tsx'
import { Field } from '../../design/field.tsx'

/** Several members of the household, in its order; who is chosen is pressed. */
export const MembersField = ({
  label,
  error,
  value,
  onChange,
}: {
  label: string
  error?: string | undefined
  value: readonly string[]
  onChange: (memberIds: readonly string[]) => void
}) => {
  const { t } = useTranslation('words')
  const { members } = usePeople()
  const toggled = (id: string): string[] =>
    members
      .map((member) => member.id)
      .filter((one) => (one === id ? !value.includes(id) : value.includes(one)))
  return (
    <Field label={label} error={error}>
      <View className="flex-row flex-wrap gap-2">
        {members.map(({ id, name, isYou }) => (
          <Chip
            key={id}
            selected={value.includes(id)}
            leading={<Avatar id={id} name={name} size="sm" />}
            onPress={() => onChange(toggled(id))}
          >
            {isYou ? `${name} (${t('you')})` : name}
          </Chip>
        ))}
      </View>
    </Field>
  )
}
