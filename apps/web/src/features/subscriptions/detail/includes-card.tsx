import { type IncludedService, type SubscriptionDetail, useFormat, useIntervalText } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Card } from '../../../design/card.tsx'
import { ClaimButtons } from '../acts/claim-buttons.tsx'

type Right = SubscriptionDetail['entitlements'][number]

const tones = {
  running: 'positive',
  toClaim: 'warn',
  dismissed: 'neutral',
  notChosen: 'neutral',
  ended: 'neutral',
} as const

const Included = ({
  service,
  right,
  subscription,
}: {
  service: IncludedService
  right: Right
  subscription: SubscriptionDetail
}) => {
  const { t } = useTranslation('subscriptions')
  const interval = useIntervalText()
  const format = useFormat()
  const { state, usableUntil } = right
  const notes = [
    service.tier,
    usableUntil !== null && state !== 'ended'
      ? t('includes.until', { date: format.shortDate(usableUntil) })
      : service.interval
        ? interval(service.interval)
        : null,
    service.choice ? t('includes.choice', { count: service.choice.pick }) : null,
  ]
  return (
    <li className="space-y-2">
      <div className="flex items-center gap-3">
        <BrandTile size="sm" name={service.providerName} color={null} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{service.providerName}</span>
          <span className="figures block truncate text-sm text-muted">
            {notes.filter((part) => part !== null && part !== '').join(' · ')}
          </span>
        </span>
        <Badge tone={tones[state]}>{t(`includes.state.${state}`)}</Badge>
      </div>
      {subscription.actions.includes('correct') && (state === 'toClaim' || state === 'dismissed') ? (
        <ClaimButtons
          subscriptionId={subscription.id}
          service={{ id: service.serviceId, name: service.providerName }}
          isDismissed={state === 'dismissed'}
        />
      ) : null}
    </li>
  )
}

/** What the plan brings along: what runs, what has to be claimed at the provider, what is a choice. */
export const IncludesCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const { includes, entitlements } = subscription
  const rights = new Map(entitlements.map((right) => [right.serviceId, right]))
  if (includes.length === 0) return null
  return (
    <Card
      title={t('includes.title')}
      aside={<span className="figures text-sm font-semibold text-faint">{includes.length}</span>}
    >
      <ul className="space-y-3.5">
        {includes.flatMap((service) => {
          const right = rights.get(service.serviceId)
          return right === undefined
            ? []
            : [
                <Included
                  key={`${service.serviceId} ${service.tier}`}
                  service={service}
                  right={right}
                  subscription={subscription}
                />,
              ]
        })}
      </ul>
    </Card>
  )
}
