import type { Overview } from '@streamline/client'
import { useClaimRows } from '@streamline/client/overview'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { ClaimButtons } from '../subscriptions/acts/claim-buttons.tsx'

/** What is paid for already and only has to be claimed. */
export const ClaimsCard = ({ toClaim }: { toClaim: Overview['toClaim'] }) => {
  const { t } = useTranslation('overview')
  const rows = useClaimRows()(toClaim)
  return (
    <Card flush title={t('claims.title', { count: toClaim.length })}>
      <List>
        {rows.map(({ key, subscriptionId, service, what, notes }) => (
          <li key={key} className="flex flex-wrap items-center gap-3 px-5 py-3.5 wide:px-6">
            <BrandTile name={service.name} color={null} />
            <span className="min-w-0 flex-1">
              <span className="line-clamp-5 font-semibold break-words">{what}</span>
              <span className="figures block text-sm text-muted">{notes}</span>
            </span>
            <div className="w-full max-[23rem]:[&_button]:px-3 min-[23rem]:pl-14 wide:w-auto wide:pl-1">
              <ClaimButtons subscriptionId={subscriptionId} service={service} />
            </div>
          </li>
        ))}
      </List>
    </Card>
  )
}
