import { type Overview, useFormat } from '@streamline/client'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { RowLink } from '../../design/list-row.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'

/** Fifth answer: how much is running, what it truly costs, and what renews next. */
export const RestCard = ({ overview: { running, currency } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const words = useTranslation('words').t
  const format = useFormat()
  const router = useRouter()
  return (
    <Card title={t('rest.title')} flush>
      <View className="gap-3 px-5 pb-5">
        <View className="rounded-control bg-sunken px-4 py-3">
          <Text size="xl" weight="bold" className="tracking-tight">
            {t('rest.running', { count: running.count })}
          </Text>
          <Text size="sm" tone="muted">
            {running.byKind.map(({ kind, count }) => `${words(`kind.${kind}`)} ${count}`).join(' · ')}
          </Text>
        </View>
        <View className="rounded-control bg-sunken px-4 py-3">
          <Amounts values={running.monthlyCost} currency={currency} size="lg" />
          <Text size="sm" tone="muted">
            {t('rest.monthly')}
          </Text>
          <Text size="xs" tone="faint">
            {t('rest.monthlyHint')}
          </Text>
        </View>
      </View>
      {running.renewals.length > 0 ? (
        <>
          <Hairline />
          <Text size="sm" weight="semibold" tone="faint" className="px-5 pt-4">
            {t('rest.renewals')}
          </Text>
          {running.renewals.slice(0, 5).map((renewal) => (
            <RowLink
              key={renewal.subscriptionId}
              onPress={() =>
                router.push({ pathname: '/subscriptions/[id]', params: { id: renewal.subscriptionId } })
              }
              leading={
                <BrandTile
                  name={renewal.providerId ?? renewal.name}
                  color={renewal.brandColor}
                  look={renewal.look}
                />
              }
              title={renewal.name}
              subtitle={renewal.line ?? words(`kind.${renewal.kind}`)}
              trailing={
                <>
                  <Money value={renewal.amount} />
                  <Text size="sm" tone="muted">
                    {format.date(renewal.renewsOn)}
                  </Text>
                </>
              }
            />
          ))}
        </>
      ) : null}
      <Button variant="quiet" className="mx-2 mb-2" onPress={() => router.push('/subscriptions')}>
        {t('rest.all')}
      </Button>
    </Card>
  )
}
