import { ScrollView, View } from 'react-native'
import { Chip } from './chip.tsx'

/** One of some, in a row that goes on beyond the edge. */
export const ChipRow = <Value extends string>({
  label,
  value,
  options,
  onChange,
  inset = false,
}: {
  /** What is chosen, where nothing above it says so to a screen reader. */
  label?: string
  value: Value | null
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  /** It reaches the edges of its card. */
  inset?: boolean
}) => (
  <ScrollView
    horizontal
    showsHorizontalScrollIndicator={false}
    keyboardShouldPersistTaps="handled"
    contentContainerClassName={inset ? 'px-5' : ''}
  >
    <View
      {...(label === undefined ? {} : { accessibilityRole: 'radiogroup', accessibilityLabel: label })}
      className="flex-row gap-2"
    >
      {options.map((option) => (
        <Chip
          key={option.value}
          kind={label === undefined ? 'act' : 'choice'}
          selected={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.label}
        </Chip>
      ))}
    </View>
  </ScrollView>
)
