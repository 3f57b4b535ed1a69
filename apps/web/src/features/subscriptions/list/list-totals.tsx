import { useHousehold, type Subscription } from '@streamline/client'
import { totalsOf } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Amounts } from '../../../design/money.tsx'

/** "15 running · ₹4,610 a month · ₹55,326 a year", of what is on screen. */
export const ListTotals = ({ subscriptions }: { subscriptions: readonly Subscription[] }) => {
  const { t } = useTranslation('subscriptions')
  const { currency } = useHousehold()
  const { running, aMonth, aYear } = totalsOf(subscriptions)
  if (running === 0) return null
  return (
    <p className="mb-3 flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5 px-1 text-sm text-muted">
      <span className="figures">{t('list.running', { count: running })}</span>
      <span aria-hidden>·</span>
      <span>
        <Amounts values={aMonth} currency={currency} rounded className="text-ink" /> {t('list.aMonth')}
      </span>
      <span aria-hidden>·</span>
      <span>
        <Amounts values={aYear} currency={currency} rounded size="sm" className="text-ink" />{' '}
        {t('list.aYear')}
      </span>
    </p>
  )
}
