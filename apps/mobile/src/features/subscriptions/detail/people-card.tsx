import type { SubscriptionDetail } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useMayChange, useSplitText, wholePeriodShares } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../../design/avatar.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Icon } from '../../../design/icon.tsx'
import { LockKeyhole, Split } from '../../../design/icons.ts'
import { Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'

/** Who bears how much of a full period, and who pays the provider. */
export const PeopleCard = ({
  subscription,
  onSplit,
}: {
  subscription: SubscriptionDetail
  onSplit: () => void
}) => {
  const { t } = useTranslation(['subscriptions', 'split', 'words'])
  const { several, isYou, nameOf } = usePeople()
  const mayChange = useMayChange(subscription)
  const splitText = useSplitText()
  const { split, paidBy, managedBy, usedBy, debit, visibility } = subscription
  if (!several && visibility === 'shared') return null
  const shares = wholePeriodShares(subscription)
  const rows = [
    ...shares.map(({ memberId, amount }) => ({ memberId, amount: { amount, currency: debit.currency } })),
    ...(shares.some(({ memberId }) => memberId === paidBy) ? [] : [{ memberId: paidBy, amount: null }]),
  ]
  return (
    <Card title={t('people.title')} className="gap-3">
      {visibility === 'private' ? (
        <View className="flex-row items-center gap-2">
          <Icon of={LockKeyhole} size={16} tone="muted" />
          <Text size="sm" tone="muted" className="min-w-0 flex-1">
            {t('people.private')}
          </Text>
        </View>
      ) : null}
      {rows.map(({ memberId, amount }) => (
        <View key={memberId} className="flex-row items-center gap-3">
          <Avatar id={memberId} name={nameOf(memberId)} />
          <View className="min-w-0 flex-1">
            <Text weight="medium" numberOfLines={1}>
              {isYou(memberId) ? `${nameOf(memberId)} (${t('words:you')})` : nameOf(memberId)}
            </Text>
            {memberId === paidBy ? (
              <Text size="sm" tone="muted">
                {t(amount === null ? 'people.paysOnly' : 'people.pays')}
              </Text>
            ) : null}
          </View>
          {amount === null ? null : <Money value={amount} />}
        </View>
      ))}
      {split.kind === 'payer' || split.kind === 'equal' ? null : (
        <Text size="sm" tone="muted">
          {splitText(split, debit.currency)}
        </Text>
      )}
      {usedBy.length > 0 ? (
        <Text size="sm" tone="muted">
          {t('people.usedBy', { names: usedBy.map((id) => nameOf(id)).join(', ') })}
        </Text>
      ) : null}
      {managedBy === paidBy ? null : (
        <Text size="sm" tone="muted">
          {t('people.managedBy', { name: nameOf(managedBy) })}
        </Text>
      )}
      {mayChange && visibility === 'shared' ? (
        <Button
          variant="secondary"
          size="sm"
          icon={Split}
          label={t('split:title', { name: subscription.name })}
          onPress={onSplit}
        >
          {t('split:open')}
        </Button>
      ) : null}
    </Card>
  )
}
