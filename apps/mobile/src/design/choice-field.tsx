import { useState } from 'react'
import { Pressable } from 'react-native'
import { ChoiceSheet, type Choice } from './choice-sheet.tsx'
import { classes } from './classes.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { ChevronDown } from './icons.ts'
import { Text } from './text.tsx'

/** One of many: said in the field, chosen on a sheet. */
export const ChoiceField = <Value extends string>({
  label,
  hint,
  error,
  value,
  options,
  onChange,
}: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: Value
  options: readonly Choice<Value>[]
  onChange: (value: Value) => void
}) => {
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)?.label ?? value
  return (
    <Field label={label} hint={hint} error={error}>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={`${label}: ${chosen}`}
        onPress={() => setOpen(true)}
        className={classes(
          'min-h-13 flex-row items-center justify-between gap-3 rounded-control border bg-surface px-4 active:bg-sunken',
          error ? 'border-danger' : 'border-strong/60',
        )}
      >
        <Text numberOfLines={1} className="min-w-0 flex-1">
          {chosen}
        </Text>
        <Icon of={ChevronDown} size={18} tone="muted" />
      </Pressable>
      <ChoiceSheet
        label={label}
        open={open}
        value={value}
        options={options}
        onChange={onChange}
        onClose={() => setOpen(false)}
      />
    </Field>
  )
}
