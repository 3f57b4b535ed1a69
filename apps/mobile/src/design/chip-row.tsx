import { ScrollView } from 'react-native'
import { Chip } from './chip.tsx'

/** One of some, in a row that goes on beyond the edge. */
export const ChipRow = <Value extends string>({
  value,
  options,
  onChange,
}: {
  value: Value | null
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}) => (
  <ScrollView
    horizontal
    showsHorizontalScrollIndicator={false}
    keyboardShouldPersistTaps="handled"
    contentContainerClassName="gap-2"
  >
    {options.map((option) => (
      <Chip key={option.value} selected={option.value === value} onPress={() => onChange(option.value)}>
        {option.label}
      </Chip>
    ))}
  </ScrollView>
)
