import type { Subscription } from '@streamline/client'
import { useTermsText } from '@streamline/client/subscriptions'
import { Link } from '@tanstack/react-router'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Money } from '../../../design/money.tsx'
import { BadgeOfCharge } from '../../billing/badge-of-charge.tsx'
import { NextDate } from './next-date.tsx'
import { PackBar } from './pack-bar.tsx'
import { RowActions, type RowActs } from './row-actions.tsx'
import { WhoPays } from './who-pays.tsx'

/** One subscription: on a phone in lines below each other, on a wide window in columns. */
export const SubscriptionRow = ({ subscription, acts }: { subscription: Subscription; acts: RowActs }) => {
  const terms = useTermsText(subscription)
  const { id, name, brandColor, look, providerId, debit } = subscription
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 px-4 py-3.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:grid-cols-[auto_minmax(0,1fr)_19rem_10rem] wide:items-center wide:gap-x-5 wide:px-6">
      <div className="row-span-2">
        <BrandTile name={providerId ?? name} color={brandColor} look={look} />
      </div>
      <Link
        to="/subscriptions/$subscriptionId"
        params={{ subscriptionId: id }}
        className="block min-w-0 font-semibold outline-none wide:self-end after:absolute after:inset-0 after:rounded-tile focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-brand"
      >
        <span className="line-clamp-5 break-words">{name}</span>
      </Link>
      <Money value={debit} className="text-right wide:col-start-4 wide:self-end" />
      <div className="col-span-2 col-start-2 flex min-w-0 flex-wrap items-center justify-between gap-x-3 wide:contents">
        <p
          className="min-w-0 flex-1 basis-32 truncate text-sm text-muted wide:col-start-2 wide:row-start-2 wide:self-start"
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
          {acts.due ? <BadgeOfCharge charge={acts.due} /> : null}
          <WhoPays subscription={subscription} />
        </div>
        <div className="relative ml-auto flex shrink-0 flex-wrap justify-end gap-1 self-end pt-1.5 wide:pt-0 empty:hidden wide:self-center">
          <RowActions subscription={subscription} acts={acts} />
        </div>
      </div>
    </li>
  )
}
