import { type Overview, useFormat } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { ClaimButtons } from '../subscriptions/acts/claim-buttons.tsx'

/** What is paid for already and only has to be claimed. */
export const ClaimsCard = ({ toClaim }: { toClaim: Overview['toClaim'] }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <Card flush title={t('claims.title', { count: toClaim.length })}>
      <List>
        {toClaim.map(({ subscriptionId, name, serviceId, serviceName, tier, usableUntil, choice }) => (
          <li
            key={`${subscriptionId} ${serviceId}`}
            className="flex flex-wrap items-center gap-3 px-5 py-3.5 wide:px-6"
          >
            <BrandTile name={serviceName} color={null} />
            <span className="min-w-0 flex-1">
              <span className="line-clamp-5 font-semibold break-words">
                {t('claims.what', { service: serviceName, name })}
              </span>
              <span className="figures block text-sm text-muted">
                {[
                  tier,
                  choice === null ? null : t('claims.choice', { count: choice.pick }),
                  usableUntil === null ? null : t('claims.until', { date: format.shortDate(usableUntil) }),
                ]
                  .filter((part) => part !== null && part !== '')
                  .join(' · ')}
              </span>
            </span>
            <div className="w-full max-[23rem]:[&_button]:px-3 min-[23rem]:pl-14 wide:w-auto wide:pl-1">
              <ClaimButtons subscriptionId={subscriptionId} service={{ id: serviceId, name: serviceName }} />
            </div>
          </li>
        ))}
      </List>
    </Card>
  )
}
