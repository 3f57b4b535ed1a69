import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { creditSums, useMayChange } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Icon } from '../../../design/icon.tsx'
import { PiggyBank } from '../../../design/icons.ts'
import { Text } from '../../../design/text.tsx'
import type { SheetName } from '../detail/sheet-name.ts'

/** What the provider owes back, and what can be done with it. */
export const CreditCard = ({
  subscription,
  onOpen,
}: {
  subscription: SubscriptionDetail
  onOpen: (sheet: SheetName) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const mayChange = useMayChange(subscription)
  const { credits, name, providerName } = subscription
  if (credits.length === 0) return null
  return (
    <Card title={t('credit.own')} className="gap-4">
      <View className="flex-row gap-3">
        <Icon of={PiggyBank} tone="positive" />
        <View className="min-w-0 flex-1">
          <Text weight="semibold">
            {t('credit.with', {
              amount: format.list(creditSums(credits).map((sum) => format.money(sum))),
              provider: providerName ?? name,
            })}
          </Text>
          <Text size="sm" tone="muted">
            {t('credit.byItself')}
          </Text>
        </View>
      </View>
      {mayChange ? (
        <View className="flex-row flex-wrap gap-2">
          <Button variant="secondary" size="sm" onPress={() => onOpen('refundCredit')}>
            {t('credit.refunded')}
          </Button>
          <Button variant="secondary" size="sm" onPress={() => onOpen('useCredit')}>
            {t('credit.use')}
          </Button>
        </View>
      ) : null}
    </Card>
  )
}
