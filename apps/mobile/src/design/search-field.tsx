import { TextField } from './field.tsx'
import { Icon } from './icon.tsx'
import { Search } from './icons.ts'

/** What is looked for; what it looks in stands in the field until something is typed. */
export const SearchField = ({
  label,
  hint,
  value,
  onChange,
  autoFocus = false,
}: {
  label: string
  /** Examples of what may be typed. */
  hint?: string
  value: string
  onChange: (text: string) => void
  autoFocus?: boolean
}) => (
  <TextField
    isSaid={false}
    label={label}
    placeholder={hint ?? label}
    before={<Icon of={Search} tone="faint" />}
    value={value}
    onChangeText={onChange}
    inputMode="search"
    autoCapitalize="none"
    autoCorrect={false}
    autoFocus={autoFocus}
    returnKeyType="search"
  />
)
