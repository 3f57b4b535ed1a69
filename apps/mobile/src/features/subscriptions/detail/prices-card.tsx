import type { SubscriptionDetail } from '@streamline/client'
import { usePriceHistory } from '@streamline/client/catalogue'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../../design/button.tsx'
import { Card, Hairline } from '../../../design/card.tsx'
import { Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'

/** What the plan has cost and will cost, the newest first; where something else is paid here, editors can be told. */
export const PricesCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const history = usePriceHistory(subscription)
  if (history === null) return null
  const { rows, suggestion } = history
  return (
    <Card title={t('prices.title')}>
      {rows.map(({ id, price, since, isComing }, at) => (
        <View key={id}>
          {at > 0 ? <Hairline /> : null}
          <View accessible className="flex-row items-baseline justify-between gap-4 py-2.5">
            <View className="min-w-0 flex-1">
              <Text size="sm" tone="muted">
                {since}
              </Text>
              {isComing ? (
                <Text size="sm" tone="brand">
                  {t('prices.next')}
                </Text>
              ) : null}
            </View>
            <Money value={price} />
          </View>
        </View>
      ))}
      {suggestion === null ? null : (
        <View className="mt-2 gap-2 border-t border-line pt-4">
          <Text size="sm">{suggestion.text}</Text>
          <Button
            size="sm"
            variant="soft"
            className="self-start"
            busy={suggestion.busy}
            onPress={suggestion.send}
          >
            {suggestion.label}
          </Button>
          <Text size="sm" tone="muted">
            {t('prices.suggestHint')}
          </Text>
        </View>
      )}
    </Card>
  )
}
