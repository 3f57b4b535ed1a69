import { Pressable, View } from 'react-native'
import { classes } from './classes.ts'
import { Field } from './field.tsx'
import { Text } from './text.tsx'

/** One of few, each with what it means. */
export const RadioCards = <Value extends string>({
  label,
  value,
  options,
  error,
  onChange,
}: {
  label: string
  value: Value
  options: readonly { value: Value; label: string; hint?: string | undefined }[]
  error?: string | undefined
  onChange: (value: Value) => void
}) => (
  <Field label={label} error={error}>
    <View accessibilityRole="radiogroup" accessibilityLabel={label} className="gap-2">
      {options.map((option) => {
        const isChosen = option.value === value
        return (
          <Pressable
            key={option.value}
            accessibilityRole="radio"
            aria-checked={isChosen}
            onPress={() => onChange(option.value)}
            className={classes(
              'min-h-13 flex-row items-start gap-3 rounded-control border px-4 py-3',
              isChosen ? 'border-brand bg-brand-soft' : 'border-strong/50 bg-surface active:bg-sunken',
            )}
          >
            <View
              className={classes(
                'mt-1 size-4.5 items-center justify-center rounded-full border-2',
                isChosen ? 'border-brand' : 'border-strong',
              )}
            >
              {isChosen ? <View className="size-2 rounded-full bg-brand" /> : null}
            </View>
            <View className="min-w-0 flex-1">
              <Text weight="semibold">{option.label}</Text>
              {option.hint === undefined ? null : (
                <Text size="sm" tone="muted">
                  {option.hint}
                </Text>
              )}
            </View>
          </Pressable>
        )
      })}
    </View>
  </Field>
)
