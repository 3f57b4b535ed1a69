import { useState } from 'react'
import { FlatList, Pressable, View } from 'react-native'
import { Icon } from './icon.tsx'
import { Check } from './icons.ts'
import { SearchField } from './search-field.tsx'
import { Sheet } from './sheet.tsx'
import { Text } from './text.tsx'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

/** More than these are searched in. */
const inSight = 12

/** One of many, in a list that is searched where it is long. */
export const ChoiceSheet = <Value extends string>({
  label,
  open,
  value,
  options,
  onChange,
  onClose,
}: {
  label: string
  open: boolean
  value: Value
  options: readonly Choice<Value>[]
  onChange: (value: Value) => void
  onClose: () => void
}) => {
  const [typed, setTyped] = useState('')
  const word = typed.trim().toLocaleLowerCase()
  const shown = options.filter((option) => option.label.toLocaleLowerCase().includes(word))
  const close = (): void => {
    setTyped('')
    onClose()
  }
  return (
    <Sheet title={label} open={open} onClose={close} scrolls={false}>
      {options.length > inSight ? <SearchField label={label} value={typed} onChange={setTyped} /> : null}
      <FlatList
        data={shown}
        keyExtractor={(option) => option.value}
        keyboardShouldPersistTaps="handled"
        initialNumToRender={20}
        className="-mx-5 shrink"
        renderItem={({ item }) => {
          const isChosen = item.value === value
          return (
            <Pressable
              accessibilityRole="radio"
              aria-checked={isChosen}
              onPress={() => {
                onChange(item.value)
                close()
              }}
              className="min-h-13 flex-row items-center justify-between gap-3 px-5 py-2 active:bg-sunken"
            >
              <Text
                weight={isChosen ? 'semibold' : 'normal'}
                tone={isChosen ? 'brand' : 'ink'}
                className="min-w-0 flex-1"
              >
                {item.label}
              </Text>
              {isChosen ? <Icon of={Check} tone="brand" /> : <View className="size-5" />}
            </Pressable>
          )
        }}
      />
    </Sheet>
  )
}
