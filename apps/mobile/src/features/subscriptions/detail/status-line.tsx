import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import { openUntil, type StatusTone, statusWords, toneOfSentence } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
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
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today } = useHousehold()
  const { sentence, on } = statusWords(subscription, today, openUntil(subscription.timeline))
  return (
    <View className="flex-row items-center gap-2">
      <View className={classes('size-2.5 shrink-0 rounded-full', dots[toneOfSentence[sentence]])} />
      <Text weight="semibold" className="min-w-0 flex-1">
        {t(`sentence.${sentence}`, { date: on === null ? '' : format.date(on) })}
      </Text>
    </View>
  )
}
