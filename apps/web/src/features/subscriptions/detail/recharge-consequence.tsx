import type { SubscriptionDetail } from '@streamline/client'
import { type RechargeDraft, type RechargePolicy, useRechargeWays } from '@streamline/client/subscriptions'
import { CalendarCheck2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../../../design/radio-cards.tsx'

const Consequence = ({ label, hint }: { label: string; hint: string | undefined }) => (
  <p className="flex gap-3 rounded-control bg-brand-soft px-4 py-3">
    <CalendarCheck2 size={20} className="mt-0.5 shrink-0 text-brand" aria-hidden />
    <span>
      <span className="block font-semibold">{label}</span>
      {hint ? <span className="block text-sm text-muted">{hint}</span> : null}
    </span>
  </p>
)

/** What the recharge will do, before it is recorded; where there are two ways of counting, both with their price. */
export const RechargeConsequence = ({
  pack,
  form,
  onChange,
}: {
  pack: SubscriptionDetail
  form: RechargeDraft
  onChange: (policy: RechargePolicy) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const told = useRechargeWays(pack, form)
  if (told === null) return null
  if (told.only) return <Consequence {...told.only} />
  return (
    <RadioCards label={t('recharge.counts')} value={told.value} options={told.ways} onChange={onChange} />
  )
}
