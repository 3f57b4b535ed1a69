import type { Subscription } from '@streamline/client'
import { useTermsText } from '@streamline/client/subscriptions'
import { Link } from '@tanstack/react-router'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Money } from '../../../design/money.tsx'
import { WholeName } from '../../../design/whole-name.tsx'
import { NextDate } from './next-date.tsx'
import { RowActions, type RowActs } from './row-actions.tsx'

/** One subscription in two short lines, for who has many. */
export const CompactRow = ({ subscription, acts }: { subscription: Subscription; acts: RowActs }) => {
  const terms = useTermsText(subscription)
  const { id, name, brandColor, look, providerId, debit } = subscription
  const hasAction = acts.recharge || acts.onRestore !== null || acts.due !== undefined
  return (
    <li className="relative flex min-h-12 items-center gap-x-3 px-4 py-0.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:px-6">
      <BrandTile name={providerId ?? name} color={brandColor} look={look} size="sm" />
      <div className="min-w-0 flex-1 leading-tight">
        <Link
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId: id }}
          className="block text-sm font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-brand"
        >
          <WholeName name={name} />
        </Link>
        <p className="flex gap-x-1.5 text-xs text-muted [&_*]:text-xs">
          <NextDate subscription={subscription} />
          <span className="min-w-0 truncate text-faint" title={terms}>
            · {terms}
          </span>
        </p>
      </div>
      <Money value={debit} size="sm" className="text-right" />
      {hasAction ? (
        <div className="relative flex shrink-0">
          <RowActions subscription={subscription} acts={acts} onlyFirst />
        </div>
      ) : null}
    </li>
  )
}
