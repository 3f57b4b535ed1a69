import { addDays, isCalendarDate, type CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { bonusOf } from './bonus.ts'
import type { RechargeDraft } from './recharge-draft.ts'
import {
  rechargeOutlook,
  rechargesAfter,
  usualPolicy,
  type RechargeOutlook,
  type RechargePolicy,
} from './recharge-outlook.ts'
import { openUntil } from './timeline.ts'

type Pack = Pick<SubscriptionDetail, 'interval' | 'timeline' | 'renewal' | 'acts'>

/** The ways a recharge may count on this day, the usual one first; on the very day of the renewal there is one. */
const waysOf = ({ timeline, renewal }: Pack, renewedOn: CalendarDate): readonly RechargePolicy[] => {
  const over = openUntil(timeline)
  if (over === null || renewal === 'automatic') return ['fromPaymentDate']
  if (over === renewedOn) return ['fromDueDate']
  // On the day a pack began nothing of it is used, so a second one can only queue behind it.
  if (timeline.some(({ expected, startsOn }) => !expected && startsOn === renewedOn)) return ['stack']
  // What is queued already would be lost by starting at once, so that is not offered.
  if (timeline.filter(({ expected, endsOn }) => !expected && endsOn > renewedOn).length > 1) return ['stack']
  return over > renewedOn ? ['stack', 'fromPaymentDate'] : ['fromPaymentDate', 'fromDueDate']
}

const useSentences = (over: CalendarDate | null, renewal: Pack['renewal']) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  return ({ policy, early, startsOn, endsOn, lostDays, gapDays }: RechargeOutlook) => {
    const last = over === null ? '' : format.shortDate(addDays(over, -1))
    const label = early
      ? policy === 'stack'
        ? t('recharge.queued', { date: last })
        : t('recharge.atOnce')
      : policy === 'fromDueDate' && lostDays > 0
        ? t('recharge.fromStop')
        : t(renewal === 'automatic' ? 'recharge.fromRestart' : 'recharge.fromDay')
    const runs = t('recharge.runs', {
      from: format.shortDate(startsOn),
      until: format.shortDate(addDays(endsOn, -1)),
    })
    const price =
      lostDays > 0
        ? early
          ? t('recharge.lost', { count: lostDays })
          : t('recharge.over', { count: lostDays })
        : gapDays > 0
          ? t('recharge.gap', { count: gapDays })
          : early
            ? t('recharge.nothingLost')
            : null
    return { label, hint: price === null ? runs : `${runs} ${price}` }
  }
}

/**
 * What the recharge will do, before it is recorded: one sentence, or where there are two ways of counting, both with their price.
 * Null while no day is chosen.
 */
export const useRechargeWays = (pack: Pack, form: RechargeDraft) => {
  const { t } = useTranslation('acts')
  const over = openUntil(pack.timeline)
  const sentences = useSentences(over, pack.renewal)
  const { renewedOn } = form
  if (!isCalendarDate(renewedOn)) return null
  const later = rechargesAfter(pack.acts, renewedOn)
  if (later > 0) return { only: { label: t('recharge.inOrder', { count: later }), hint: undefined } }
  const validity = { interval: form.interval, bonus: bonusOf(form) ?? undefined }
  const ways = waysOf(pack, renewedOn).map((way) => ({
    value: way,
    ...sentences(rechargeOutlook(pack, renewedOn, way, validity)),
  }))
  const [only] = ways
  return only !== undefined && ways.length === 1
    ? { only }
    : { only: null, ways, value: form.policy ?? usualPolicy(over, renewedOn) }
}
