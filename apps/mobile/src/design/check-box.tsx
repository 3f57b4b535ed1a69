import { Pressable, View } from 'react-native'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { Check } from './icons.ts'

/** A tick without a press of its own: what it stands on is pressed. */
export const CheckMark = ({ value }: { value: boolean }) => (
  <View aria-hidden className="size-11 items-center justify-center">
    <View
      className={classes(
        'size-6 items-center justify-center rounded-md border-2',
        value ? 'border-brand bg-brand' : 'border-strong bg-surface',
      )}
    >
      {value ? <Icon of={Check} size={16} tone="onBrand" /> : null}
    </View>
  </View>
)

/** A tick in a table; what it is about stands in its row and column, and in its name. */
export const CheckBox = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: boolean
  onChange: (value: boolean) => void
}) => (
  <Pressable
    accessibilityRole="checkbox"
    accessibilityLabel={label}
    aria-checked={value}
    onPress={() => onChange(!value)}
    className="size-11 items-center justify-center rounded-tile active:bg-sunken"
  >
    <CheckMark value={value} />
  </Pressable>
)
