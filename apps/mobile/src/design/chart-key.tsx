import { View } from 'react-native'
import { classes } from './classes.ts'
import { Text } from './text.tsx'

/** Which colour is what, and what it came to in the month that is looked at. */
export const ChartKey = ({
  series,
}: {
  series: readonly { key: string; name: string; dot: string; value?: string | null }[]
}) => (
  <View className="flex-row flex-wrap gap-x-4 gap-y-1.5">
    {series.map(({ key, name, dot, value }) => (
      <View key={key} className="max-w-full flex-row items-center gap-1.5">
        <View className={classes('size-2.5 shrink-0 rounded-full', dot)} />
        <Text size="xs" tone="muted" numberOfLines={1} className="shrink">
          {name}
        </Text>
        {value === undefined || value === null ? null : (
          <Text size="xs" weight="semibold" style={{ fontVariant: ['tabular-nums', 'lining-nums'] }}>
            {value}
          </Text>
        )}
      </View>
    ))}
  </View>
)
