import type { Transfer } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { Icon } from '../../design/icon.tsx'
import { ArrowRight } from '../../design/icons.ts'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'

/** Who owes whom how much, from where the reader stands. */
export const TransferRow = ({ transfer: { from, fromName, to, toName, amount } }: { transfer: Transfer }) => {
  const { t } = useTranslation('overview')
  const { isYou } = usePeople()
  const text = isYou(from)
    ? t('between.youOwe', { name: toName })
    : isYou(to)
      ? t('between.owesYou', { name: fromName })
      : t('between.other', { from: fromName, to: toName })
  return (
    <View className="min-h-12 flex-row items-center gap-3">
      <View className="shrink-0 flex-row items-center gap-1">
        <Avatar id={from} name={fromName} size="sm" />
        <Icon of={ArrowRight} size={14} tone="faint" />
        <Avatar id={to} name={toName} size="sm" />
      </View>
      <Text className="min-w-0 flex-1">{text}</Text>
      <Money value={amount} />
    </View>
  )
}
