import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import { useSplitText } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'

/** Every split with the day from which it holds, the newest first. */
export const SplitHistory = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const { today } = useHousehold()
  const text = useSplitText()
  const { splits, debit } = subscription
  const inForce = splits.findLast(({ fromOn }) => fromOn === null || fromOn <= today)
  if (splits.length < 2) return null
  return (
    <section>
      <h3 className="label-caps mb-1.5">{t('history')}</h3>
      <ol className="space-y-2">
        {splits.toReversed().map((since) => (
          <li key={since.fromOn ?? 'beginning'} className="text-sm">
            <span className="flex flex-wrap items-center gap-x-2 font-medium">
              {since.fromOn === null ? t('beginning') : t('since', { date: format.shortDate(since.fromOn) })}
              {since === inForce ? <Badge tone="brand">{t('now')}</Badge> : null}
              {since.fromOn !== null && since.fromOn > today ? <Badge>{t('planned')}</Badge> : null}
            </span>
            <span className="block break-words text-muted">{text(since.split, debit.currency)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
