import { Pressable, View } from 'react-native'
import { classes } from './classes.ts'
import { Text } from './text.tsx'

/** One of few, side by side. */
export const Segmented = <Value extends string>({
  label,
  value,
  options,
  onChange,
  role = 'radio',
}: {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  /** Tabs show another part of the screen; radios choose. */
  role?: 'radio' | 'tab'
}) => (
  <View
    accessibilityRole={role === 'tab' ? 'tablist' : 'radiogroup'}
    accessibilityLabel={label}
    className="flex-row rounded-control bg-sunken p-1"
  >
    {options.map((option) => {
      const isChosen = option.value === value
      return (
        <Pressable
          key={option.value}
          accessibilityRole={role}
          {...(role === 'tab' ? { 'aria-selected': isChosen } : { 'aria-checked': isChosen })}
          onPress={() => onChange(option.value)}
          className={classes(
            'min-h-11 min-w-0 flex-1 items-center justify-center rounded-[10px] px-2',
            isChosen && 'bg-surface shadow-card',
          )}
        >
          <Text size="sm" weight="semibold" tone={isChosen ? 'brand' : 'muted'} numberOfLines={1}>
            {option.label}
          </Text>
        </Pressable>
      )
    })}
  </View>
)
