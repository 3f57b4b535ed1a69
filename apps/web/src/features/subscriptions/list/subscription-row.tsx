import { useFormat, useIntervalText, type Charge, type Subscription } from '@streamline/client'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Button } from '../../../design/button.tsx'
import { Money } from '../../../design/money.tsx'
import { BadgeOfCharge } from '../../money/badge-of-charge.tsx'
import { NextDate } from './next-date.tsx'
import { PackBar } from './pack-bar.tsx'
import { WhoPays } from './who-pays.tsx'

/** "₹820 + 18 % GST" where the debit differs from the price that the provider advertises. */
export const useTaxText = () => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  return ({ price, tax }: Pick<Subscription, 'price' | 'tax'>): string | null =>
    tax.included || tax.basisPoints === 0
      ? null
      : t('taxOnTop', { price: format.money(price), percent: format.percent(tax.basisPoints / 10_000) })
}

/** What is under the name: the plan, how often, the tax and the line, as far as the name does not say it. */
const useTermsText = (subscription: Subscription): string => {
  const interval = useIntervalText()(subscription.interval)
  const tax = useTaxText()(subscription)
  const { name, plan, providerName, line } = subscription
  const from = plan?.name ?? providerName
  return [from === null || name.includes(from) ? null : from, interval, tax, line]
    .filter((part) => part !== null)
    .join(' · ')
}

export const SubscriptionRow = ({
  subscription,
  due,
  recharge,
  onRecharge,
  onPay,
}: {
  subscription: Subscription
  /** The oldest charge of it that waits for a payment. */
  due: Charge | undefined
  recharge: boolean
  onRecharge: () => void
  onPay: (charge: Charge) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const terms = useTermsText(subscription)
  const { id, name, brandColor, providerName, debit } = subscription
  return (
    <li className="group relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 px-4 py-3.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:grid-cols-[auto_minmax(0,1fr)_17.5rem_8.5rem] wide:gap-x-4 wide:px-6">
      <BrandTile name={providerName ?? name} color={brandColor} />
      <div className="min-w-0">
        <Link
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId: id }}
          className="block truncate font-semibold outline-none after:absolute after:inset-0 after:rounded-tile focus-visible:after:outline-3 focus-visible:after:outline-brand focus-visible:after:-outline-offset-3"
        >
          {name}
        </Link>
        <p className="truncate text-sm text-muted" title={terms}>
          {terms}
        </p>
      </div>
      <div className="flex flex-col items-end text-right wide:col-start-4">
        <Money value={debit} />
        <NextDate subscription={subscription} />
      </div>
      <div className="col-span-2 col-start-2 flex min-w-0 items-center justify-between gap-3 wide:col-span-1 wide:col-start-3 wide:row-start-1">
        <div className="min-w-0 flex-1 space-y-1.5 pt-1.5 empty:hidden wide:pt-0">
          <PackBar subscription={subscription} />
          {due ? <BadgeOfCharge charge={due} /> : null}
          <WhoPays subscription={subscription} />
        </div>
        {due ? (
          <Button variant="soft" size="sm" className="relative mt-1.5 wide:mt-0" onClick={() => onPay(due)}>
            {t('row.paid')}
          </Button>
        ) : recharge ? (
          <Button variant="soft" size="sm" className="relative mt-1.5 wide:mt-0" onClick={onRecharge}>
            {t('row.recharge')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
