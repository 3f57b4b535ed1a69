import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useFormat } from '../format/format.ts'
import { statusWords, toneOfSentence, type StatusTone } from './status-words.ts'
import { openUntil } from './timeline.ts'

/** "Active, renews Tue 1 Dec", and how loudly. */
export const useStatusText = (subscription: SubscriptionDetail): { text: string; tone: StatusTone } => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { sentence, on } = statusWords(subscription, useHousehold().today, openUntil(subscription.timeline))
  const { stopsAt } = subscription
  const text =
    sentence === 'lastDay' && stopsAt !== null
      ? t('sentence.lastDayAt', { time: format.wallTime(stopsAt) })
      : t(`sentence.${sentence}`, { date: on === null ? '' : format.date(on) })
  return { text, tone: toneOfSentence[sentence] }
}
