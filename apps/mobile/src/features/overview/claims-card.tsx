import type { Overview } from '@streamline/client'
import { useClaimRows } from '@streamline/client/overview'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { Text } from '../../design/text.tsx'
import { ClaimButtons } from '../subscriptions/acts/claim-buttons.tsx'

/** What is paid for already and only has to be claimed. */
export const ClaimsCard = ({ toClaim }: { toClaim: Overview['toClaim'] }) => {
  const { t } = useTranslation('overview')
  const rows = useClaimRows()(toClaim)
  return (
    <Card flush title={t('claims.title', { count: toClaim.length })}>
      {rows.map(({ key, subscriptionId, service, what, notes }, at) => (
        <View key={key}>
          {at > 0 ? <Hairline /> : null}
          <View className="gap-2.5 px-5 py-3.5">
            <View accessible className="flex-row items-center gap-3">
              <BrandTile name={service.name} color={null} />
              <View className="min-w-0 flex-1">
                <Text weight="semibold">{what}</Text>
                {notes === '' ? null : (
                  <Text size="sm" tone="muted">
                    {notes}
                  </Text>
                )}
              </View>
            </View>
            <ClaimButtons subscriptionId={subscriptionId} service={service} />
          </View>
        </View>
      ))}
    </Card>
  )
}
