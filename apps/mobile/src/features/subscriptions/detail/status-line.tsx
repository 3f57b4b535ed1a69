import type { SubscriptionDetail } from '@streamline/client'
import { type StatusTone, useStatusText } from '@streamline/client/subscriptions'
import { View } from 'react-native'
import { classes } from '../../../design/classes.ts'
import { Text } from '../../../design/text.tsx'

const dots: Record<StatusTone, string> = {
  brand: 'bg-brand',
  positive: 'bg-positive',
  quiet: 'bg-strong',
  soon: 'bg-marigold',
  danger: 'bg-danger',
}

/** The state in words: "Active, renews Tue 1 Dec". */
export const StatusLine = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { text, tone } = useStatusText(subscription)
  return (
    <View className="flex-row items-center gap-2">
      <View className={classes('size-2.5 shrink-0 rounded-full', dots[tone])} />
      <Text weight="semibold" className="min-w-0 flex-1">
        {text}
      </Text>
    </View>
  )
}
