import { Switch, View } from 'react-native'
import { useColor } from './icon.tsx'
import { Text } from './text.tsx'

/** Yes or no, with what it means. */
export const SwitchRow = ({
  label,
  hint,
  error,
  value,
  onChange,
}: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: boolean
  onChange: (value: boolean) => void
}) => {
  const [brand, faint] = [useColor('brand'), useColor('faint')]
  return (
    <View className="min-h-12 flex-row items-center justify-between gap-4">
      <View className="min-w-0 flex-1">
        <Text weight="medium">{label}</Text>
        {hint === undefined ? null : (
          <Text size="sm" tone="muted">
            {hint}
          </Text>
        )}
        {error === undefined ? null : (
          <Text accessibilityRole="alert" size="sm" weight="medium" tone="danger">
            {error}
          </Text>
        )}
      </View>
      <Switch
        accessibilityLabel={label}
        value={value}
        onValueChange={onChange}
        trackColor={{ true: brand, false: faint }}
        thumbColor="#ffffff"
      />
    </View>
  )
}
