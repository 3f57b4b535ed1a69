import type { SubscriptionDetail } from '@streamline/client'
import { useIncludedRows } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Card } from '../../../design/card.tsx'
import { ClaimButtons } from '../acts/claim-buttons.tsx'

/** What the plan brings along: what runs, what has to be claimed at the provider, what is a choice. */
export const IncludesCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const rows = useIncludedRows(subscription)
  if (subscription.includes.length === 0) return null
  return (
    <Card
      title={t('includes.title')}
      aside={<span className="figures text-sm font-semibold text-faint">{subscription.includes.length}</span>}
    >
      <ul className="space-y-3.5">
        {rows.map(({ key, service, notes, word, tone, mayClaim, isDismissed }) => (
          <li key={key} className="space-y-2">
            <div className="flex items-center gap-3">
              <BrandTile size="sm" name={service.name} color={null} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{service.name}</span>
                <span className="figures block truncate text-sm text-muted">{notes}</span>
              </span>
              <Badge tone={tone}>{word}</Badge>
            </div>
            {mayClaim ? (
              <ClaimButtons subscriptionId={subscription.id} service={service} isDismissed={isDismissed} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
