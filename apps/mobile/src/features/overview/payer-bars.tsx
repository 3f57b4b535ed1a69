import type { Overview } from '@streamline/client'
import { amountIn } from '@streamline/client/overview'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { classes } from '../../design/classes.ts'
import { Amounts } from '../../design/money.tsx'
import { useTint } from '../../design/person-tint.ts'
import { Text } from '../../design/text.tsx'

/** Who pays how much of it. The longest bar is the largest payer. */
export const PayerBars = ({
  payers,
  currency,
}: {
  payers: Overview['next14']['byPayer']
  currency: string
}) => {
  const tintOf = useTint()
  const most = Math.max(1, ...payers.map(({ totals }) => amountIn(totals, currency)))
  return (
    <View className="gap-3">
      {payers.map(({ memberId, memberName, totals }) => (
        <View key={memberId} className="flex-row items-center gap-3">
          <Avatar id={memberId} name={memberName} size="sm" />
          <View className="min-w-0 flex-1 gap-1">
            <View className="flex-row items-baseline justify-between gap-3">
              <Text size="sm" weight="medium" numberOfLines={1} className="min-w-0 flex-1">
                {memberName}
              </Text>
              <Amounts values={totals} currency={currency} size="sm" />
            </View>
            <View className="h-1.5 overflow-hidden rounded-full bg-sunken">
              <View
                className={classes('h-full rounded-full', tintOf(memberId))}
                style={{ width: `${Math.round((amountIn(totals, currency) / most) * 100)}%` }}
              />
            </View>
          </View>
        </View>
      ))}
    </View>
  )
}
