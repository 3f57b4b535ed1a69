import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { useIncludedRows } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../../design/badge.tsx'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Card, Hairline } from '../../../design/card.tsx'
import { Text } from '../../../design/text.tsx'
import { ClaimButtons } from '../acts/claim-buttons.tsx'

/** What the plan brings along: what runs, what has to be claimed at the provider, what is a choice. */
export const IncludesCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const rows = useIncludedRows(subscription)
  if (subscription.includes.length === 0) return null
  return (
    <Card
      title={t('includes.title')}
      aside={
        <Text size="sm" weight="semibold" tone="muted">
          {format.number(subscription.includes.length)}
        </Text>
      }
    >
      {rows.map(({ key, service, notes, word, tone, mayClaim, isDismissed }, at) => (
        <View key={key}>
          {at > 0 ? <Hairline /> : null}
          <View className="gap-2.5 py-3">
            <View accessible className="flex-row items-center gap-3">
              <BrandTile size="sm" name={service.name} color={null} />
              <View className="min-w-0 flex-1">
                <Text weight="medium">{service.name}</Text>
                {notes === '' ? null : (
                  <Text size="sm" tone="muted">
                    {notes}
                  </Text>
                )}
              </View>
              <Badge tone={tone}>{word}</Badge>
            </View>
            {mayClaim ? (
              <ClaimButtons subscriptionId={subscription.id} service={service} isDismissed={isDismissed} />
            ) : null}
          </View>
        </View>
      ))}
    </Card>
  )
}
