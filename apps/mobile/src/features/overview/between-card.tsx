import type { Overview } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { Handshake } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'
import { TransferRow } from '../billing/transfer-row.tsx'

/** Third answer: who owes whom, in the fewest transfers. */
export const BetweenCard = ({ overview: { between } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const router = useRouter()
  const { several } = usePeople()
  const { transfers, exact } = between
  return (
    <Card title={t('between.title')}>
      {transfers.length === 0 ? (
        <View className="flex-row items-center gap-3">
          <Icon of={Handshake} size={22} tone="positive" />
          <Text tone="muted" className="min-w-0 flex-1">
            {t(several ? 'between.square' : 'between.alone')}
          </Text>
        </View>
      ) : (
        <>
          {transfers.slice(0, 4).map((transfer) => (
            <TransferRow
              key={`${transfer.from} ${transfer.to} ${transfer.amount.currency}`}
              transfer={transfer}
            />
          ))}
          {exact ? (
            <Text size="sm" tone="faint" className="mt-1">
              {t('between.fewest', { count: transfers.length })}
            </Text>
          ) : null}
          <Button
            variant="quiet"
            size="sm"
            className="mt-2 -ml-3 self-start"
            onPress={() => router.push({ pathname: '/money', params: { tab: 'between' } })}
          >
            {t('between.see')}
          </Button>
        </>
      )}
    </Card>
  )
}
