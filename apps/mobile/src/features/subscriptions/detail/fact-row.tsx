import type { ReactNode } from 'react'
import { View } from 'react-native'
import { Text } from '../../../design/text.tsx'

/** What it is called at the left, what it is at the right, and beneath that what belongs to it. */
export const FactRow = ({
  label,
  value,
  under,
}: {
  label: string
  value: ReactNode
  under?: readonly (string | null)[]
}) => (
  <View className="min-h-11 flex-row items-baseline justify-between gap-4 py-2.5">
    <Text size="sm" tone="muted" className="shrink-0">
      {label}
    </Text>
    <View className="min-w-0 flex-1 items-end">
      {typeof value === 'string' ? (
        <Text weight="medium" className="text-right">
          {value}
        </Text>
      ) : (
        value
      )}
      {under?.map((line) =>
        line === null ? null : (
          <Text key={line} size="sm" tone="muted" className="text-right">
            {line}
          </Text>
        ),
      )}
    </View>
  </View>
)
