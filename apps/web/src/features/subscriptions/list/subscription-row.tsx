import { type Charge, type Subscription, useIntervalText } from '@streamline/client'
import { useTaxText } from '@streamline/client/subscriptions'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Button } from '../../../design/button.tsx'
import { Money } from '../../../design/money.tsx'
import { BadgeOfCharge } from '../../billing/badge-of-charge.tsx'
import { NextDate } from './next-date.tsx'
import { PackBar } from './pack-bar.tsx'
import { WhoPays } from './who-pays.tsx'

/** What is under the name: the plan, how often, the tax and the line, as far as the name does not say it. */
const useTermsText = (subscription: Subscription): string => {
  const interval = useIntervalText()(subscription.interval)
  const tax = useTaxText()(subscription)
  const { name, plan, providerName, line } = subscription
  const from = plan?.name ?? providerName
  return [line, from === null || name.includes(from) ? null : from, interval, tax]
    .filter((part) => part !== null)
    .join(' · ')
}

/** One subscription: on a phone in lines below each other, on a wide window in columns. */
export const SubscriptionRow = ({
  subscription,
  due,
  recharge,
  restoring,
  onRecharge,
  onRestore,
  onPay,
}: {
  subscription: Subscription
  /** The oldest charge of it that waits for a payment. */
  due: Charge | undefined
  recharge: boolean
  restoring: boolean
  onRecharge: () => void
  /** Null for what was not removed, or may not be brought back by who looks. */
  onRestore: (() => void) | null
  onPay: (charge: Charge) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const terms = useTermsText(subscription)
  const { id, name, brandColor, providerName, debit } = subscription
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 px-4 py-3.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:grid-cols-[auto_minmax(0,1fr)_20rem_9rem] wide:items-center wide:gap-x-5 wide:px-6">
      <div className="row-span-2">
        <BrandTile name={providerName ?? name} color={brandColor} />
      </div>
      <Link
        to="/subscriptions/$subscriptionId"
        params={{ subscriptionId: id }}
        className="block truncate font-semibold outline-none wide:self-end after:absolute after:inset-0 after:rounded-tile focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-brand"
      >
        {name}
      </Link>
      <Money value={debit} className="text-right wide:col-start-4 wide:self-end" />
      <div className="col-span-2 col-start-2 flex min-w-0 items-center justify-between gap-3 wide:contents">
        <p
          className="min-w-0 truncate text-sm text-muted wide:col-start-2 wide:row-start-2 wide:self-start"
          title={terms}
        >
          {terms}
        </p>
        <span className="shrink-0 text-right wide:col-start-4 wide:row-start-2 wide:self-start">
          <NextDate subscription={subscription} />
        </span>
      </div>
      <div className="col-span-2 col-start-2 flex min-w-0 flex-wrap items-center justify-between gap-x-3 wide:col-span-1 wide:flex-nowrap wide:col-start-3 wide:row-span-2 wide:row-start-1">
        <div className="min-w-36 flex-1 space-y-1.5 pt-2 empty:hidden wide:min-w-0 wide:pt-0">
          <PackBar subscription={subscription} />
          {due ? <BadgeOfCharge charge={due} /> : null}
          <WhoPays subscription={subscription} />
        </div>
        <div className="relative ml-auto flex shrink-0 flex-wrap justify-end gap-1 self-end pt-1.5 wide:pt-0 empty:hidden wide:self-center">
          {recharge ? (
            <Button
              variant="soft"
              size="sm"
              aria-label={`${t('row.recharge')}: ${name}`}
              onClick={onRecharge}
            >
              {t('row.recharge')}
            </Button>
          ) : null}
          {onRestore === null ? null : (
            <Button
              variant="soft"
              size="sm"
              busy={restoring}
              aria-label={`${t('row.bringBack')}: ${name}`}
              onClick={onRestore}
            >
              {t('row.bringBack')}
            </Button>
          )}
          {due ? (
            <Button
              variant={recharge ? 'quiet' : 'soft'}
              size="sm"
              aria-label={`${t('row.paid')} ${name}`}
              onClick={() => onPay(due)}
            >
              {t('row.paid')}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  )
}
