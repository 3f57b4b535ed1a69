import type { Charge, Subscription } from '@streamline/client'
import { useTermsText } from '@streamline/client/subscriptions'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { ActButton } from '../../../design/act-button.tsx'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'
import { BadgeOfCharge } from '../../billing/badge-of-charge.tsx'
import { NextDate } from './next-date.tsx'
import { PackBar } from './pack-bar.tsx'
import { WhoPays } from './who-pays.tsx'

/** One subscription: what it is, what it costs, what happens next; what waits can be done here. */
export const SubscriptionRow = ({
  subscription,
  due,
  recharge,
  isMarking,
  isRecharging,
  onPay,
  onRecharge,
}: {
  subscription: Subscription
  /** The oldest charge of it that waits for a payment. */
  due: Charge | undefined
  recharge: boolean
  isMarking: boolean
  isRecharging: boolean
  onPay: (charge: Charge) => void
  onRecharge: (id: string) => void
}) => {
  const { t } = useTranslation('verbs')
  const router = useRouter()
  const terms = useTermsText(subscription)
  const { id, name, brandColor, look, providerName, debit } = subscription
  return (
    <View className="mb-2 rounded-card border border-line/70 bg-surface px-4 py-3.5 shadow-card">
      <Pressable
        accessibilityRole="link"
        onPress={() => router.push({ pathname: '/subscriptions/[id]', params: { id } })}
        className="gap-2 active:opacity-70"
      >
        <View className="flex-row gap-3">
          <BrandTile name={providerName ?? name} color={brandColor} look={look} />
          <View className="min-w-0 flex-1">
            <View className="flex-row items-start gap-3">
              <Text weight="semibold" numberOfLines={2} className="min-w-0 flex-1">
                {name}
              </Text>
              <Money value={debit} />
            </View>
            <View className="flex-row items-start gap-3">
              <Text size="sm" tone="muted" numberOfLines={1} className="min-w-0 flex-1">
                {terms}
              </Text>
              <NextDate subscription={subscription} />
            </View>
          </View>
        </View>
        <PackBar subscription={subscription} />
      </Pressable>
      <View className="flex-row flex-wrap items-center gap-x-3 gap-y-1">
        <View className="min-w-0 flex-1 gap-1.5 pt-1">
          {due === undefined ? null : <BadgeOfCharge charge={due} />}
          <WhoPays subscription={subscription} />
        </View>
        {recharge ? (
          <ActButton
            variant="soft"
            size="sm"
            busy={isRecharging}
            label={`${t('recharge')}: ${name}`}
            onPress={() => onRecharge(id)}
          >
            {t('recharge')}
          </ActButton>
        ) : null}
        {due === undefined ? null : (
          <ActButton
            variant={recharge ? 'quiet' : 'soft'}
            size="sm"
            busy={isMarking}
            label={`${t('markPaid')}: ${name}`}
            onPress={() => onPay(due)}
          >
            {t('markPaid')}
          </ActButton>
        )}
      </View>
    </View>
  )
}
