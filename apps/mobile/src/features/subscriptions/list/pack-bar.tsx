import { type Subscription, useHousehold } from '@streamline/client'
import { progressOf } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { classes } from '../../../design/classes.ts'
import { Text } from '../../../design/text.tsx'

/** Below this many days the bar asks for attention. */
const few = 7

/** How much of a pack is left, for what somebody has to recharge. */
export const PackBar = ({ subscription }: { subscription: Subscription }) => {
  const { t } = useTranslation('subscriptions')
  const progress = progressOf(subscription, useHousehold().today)
  if (progress === null || subscription.removedOn !== null) return null
  const percent = Math.round((1 - progress.used) * 100)
  return (
    <View className="flex-row items-center gap-2.5 pl-14">
      <View
        accessibilityRole="progressbar"
        accessibilityLabel={t('row.packLeft', { name: subscription.name })}
        accessibilityValue={{ min: 0, max: 100, now: percent }}
        className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken"
      >
        <View
          className={classes('h-full rounded-full', progress.daysLeft <= few ? 'bg-marigold' : 'bg-brand')}
          style={{ width: `${percent}%` }}
        />
      </View>
      <Text size="xs" weight="semibold" tone="muted">
        {t('row.daysLeft', { count: progress.daysLeft })}
      </Text>
    </View>
  )
}
