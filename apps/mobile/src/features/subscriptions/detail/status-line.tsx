import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import { openUntil, type StatusSentence, statusWords } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { classes } from '../../../design/classes.ts'
import { Text } from '../../../design/text.tsx'

const dots: Record<StatusSentence, string> = {
  trialUntil: 'bg-brand',
  renewsOn: 'bg-positive',
  runsUntil: 'bg-positive',
  active: 'bg-positive',
  startsOn: 'bg-strong',
  lastDay: 'bg-marigold',
  graceSince: 'bg-marigold',
  paused: 'bg-strong',
  usableUntil: 'bg-strong',
  stoppedOn: 'bg-danger',
  stopped: 'bg-danger',
  endedOn: 'bg-strong',
  ended: 'bg-strong',
  removedOn: 'bg-strong',
}

/** The state in words: "Active, renews Tue 1 Dec". */
export const StatusLine = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today } = useHousehold()
  const { sentence, on } = statusWords(subscription, today, openUntil(subscription.timeline))
  return (
    <View className="flex-row items-center gap-2">
      <View className={classes('size-2.5 shrink-0 rounded-full', dots[sentence])} />
      <Text weight="semibold" className="min-w-0 flex-1">
        {t(`sentence.${sentence}`, { date: on === null ? '' : format.date(on) })}
      </Text>
    </View>
  )
}
