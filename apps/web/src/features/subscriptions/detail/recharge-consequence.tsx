import { type SubscriptionDetail, useFormat } from '@streamline/client'
import {
  bonusOf,
  openUntil,
  type RechargeDraft,
  rechargeOutlook,
  type RechargeOutlook,
  type RechargePolicy,
  rechargesAfter,
  usualPolicy,
} from '@streamline/client/subscriptions'
import type { CalendarDate } from '@streamline/domain'
import { addDays } from '@streamline/domain'
import { CalendarCheck2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../../../design/radio-cards.tsx'

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

const Consequence = ({ label, hint }: { label: string; hint?: string }) => (
  <p className="flex gap-3 rounded-control bg-brand-soft px-4 py-3">
    <CalendarCheck2 size={20} className="mt-0.5 shrink-0 text-brand" aria-hidden />
    <span>
      <span className="block font-semibold">{label}</span>
      {hint ? <span className="block text-sm text-muted">{hint}</span> : null}
    </span>
  </p>
)

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

/** What the recharge will do, before it is recorded; where there are two ways of counting, both with their price. */
export const RechargeConsequence = ({
  pack,
  renewedOn,
  form,
  onChange,
}: {
  pack: Pack
  renewedOn: CalendarDate
  form: RechargeDraft
  onChange: (policy: RechargePolicy) => void
}) => {
  const { t } = useTranslation(['subscriptions', 'acts'])
  const over = openUntil(pack.timeline)
  const sentences = useSentences(over, pack.renewal)
  const later = rechargesAfter(pack.acts, renewedOn)
  if (later > 0) return <Consequence label={t('acts:recharge.inOrder', { count: later })} />
  const validity = { interval: form.interval, bonus: bonusOf(form) ?? undefined }
  const ways = waysOf(pack, renewedOn).map((way) => ({
    value: way,
    ...sentences(rechargeOutlook(pack, renewedOn, way, validity)),
  }))
  const only = ways.length === 1 ? ways[0] : undefined
  if (only) return <Consequence label={only.label} hint={only.hint} />
  return (
    <RadioCards
      label={t('recharge.counts')}
      value={form.policy ?? usualPolicy(over, renewedOn)}
      options={ways}
      onChange={onChange}
    />
  )
}
