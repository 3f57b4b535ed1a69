import { View } from 'react-native'
import { classes } from './classes.ts'
import { useTint } from './person-tint.ts'
import { Text } from './text.tsx'

/** A person's initial. The name stands beside it. */
export const Avatar = ({ id, name, size = 'md' }: { id: string; name: string; size?: 'sm' | 'md' }) => (
  <View
    aria-hidden
    className={classes(
      'shrink-0 items-center justify-center rounded-full',
      size === 'sm' ? 'size-6' : 'size-9',
      useTint()(id),
    )}
  >
    <Text size={size === 'sm' ? 'xs' : 'sm'} weight="bold" className="text-surface" allowFontScaling={false}>
      {[...name.trim()][0]?.toLocaleUpperCase() ?? '?'}
    </Text>
  </View>
)

/** Several of them, one over the edge of the other. */
export const AvatarStack = ({ people }: { people: readonly { id: string; name: string }[] }) => (
  <View aria-hidden className="flex-row">
    {people.slice(0, 4).map(({ id, name }, at) => (
      <View key={id} className={classes('rounded-full border-2 border-surface', at > 0 && '-ml-2')}>
        <Avatar id={id} name={name} size="sm" />
      </View>
    ))}
  </View>
)
