import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { balanceOfRecharge, type RechargeDraft } from '@streamline/client/subscriptions'
import { CalendarCheck2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** How long a recharge lasts that burns by the day, with what was left over before. */
export const RechargeBalance = ({
  subscription,
  form,
}: {
  subscription: SubscriptionDetail
  form: RechargeDraft
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const lasts = balanceOfRecharge(subscription, form)
  const before = subscription.dayRate?.leftOver
  if (lasts === null) return null
  return (
    <output className="figures flex gap-3 rounded-control bg-brand-soft px-4 py-3">
      <CalendarCheck2 size={20} className="mt-0.5 shrink-0 text-brand" aria-hidden />
      <span>
        <span className="block font-semibold">
          {t('recharge.lasts', {
            count: lasts.days,
            from: format.shortDate(lasts.startsOn),
            until: format.shortDate(lasts.until),
          })}
        </span>
        <span className="block text-sm text-muted">
          {[
            ...(before && before.amount > 0
              ? [t('recharge.withLeft', { amount: format.money(before) })]
              : []),
            t('recharge.left', { amount: format.money(lasts.left) }),
          ].join(' ')}
        </span>
      </span>
    </output>
  )
}
