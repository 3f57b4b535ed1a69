import { type IncludedService, useIntervalText } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Card } from '../../../design/card.tsx'

/** What the plan brings along: what runs by itself, what has to be claimed, what is a choice. */
export const IncludesCard = ({ includes }: { includes: readonly IncludedService[] }) => {
  const { t } = useTranslation('subscriptions')
  const interval = useIntervalText()
  if (includes.length === 0) return null
  return (
    <Card
      title={t('includes.title')}
      aside={<span className="figures text-sm font-semibold text-faint">{includes.length}</span>}
    >
      <ul className="space-y-3">
        {includes.map((service) => (
          <li key={`${service.serviceId} ${service.tier}`} className="flex items-center gap-3">
            <BrandTile size="sm" name={service.providerName} color={null} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{service.providerName}</span>
              <span className="block truncate text-sm text-muted">
                {[
                  service.tier,
                  service.interval ? interval(service.interval) : null,
                  service.choice ? t('includes.choice', { count: service.choice.pick }) : null,
                ]
                  .filter((part) => part !== null && part !== '')
                  .join(' · ')}
              </span>
            </span>
            <Badge tone={service.activation === 'claim' ? 'warn' : 'positive'}>
              {t(`includes.${service.activation}`)}
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  )
}
