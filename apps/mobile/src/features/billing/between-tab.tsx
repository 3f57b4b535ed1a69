import { type Balances, useFormat } from '@streamline/client'
import { useBalances } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { HandCoins } from '../../design/icons.ts'
import { Money } from '../../design/money.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'
import { TransferRow } from './transfer-row.tsx'

type Balance = Balances['balances'][number]

/** Who is ahead to the right of the middle, who owes to the left; the words say it too. Amounts of two currencies share no scale. */
const BalanceRow = ({ balance, most }: { balance: Balance; most: number }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { isYou } = usePeople()
  const { memberId, memberName, hasLeft, amount } = balance
  const gets = amount.amount > 0
  const abs = format.money({ amount: Math.abs(amount.amount), currency: amount.currency })
  const key = gets ? (isYou(memberId) ? 'youGet' : 'gets') : isYou(memberId) ? 'youOwe' : 'owes'
  const said = amount.amount === 0 ? t('between.isEven') : t(`between.${key}`, { amount: abs })
  const width = `${(Math.abs(amount.amount) / most) * 100}%` as const
  return (
    <View className="flex-row items-center gap-3">
      <Avatar id={memberId} name={memberName} />
      <View className="min-w-0 flex-1 gap-1">
        <View className="flex-row items-baseline justify-between gap-3">
          <Text weight="semibold" numberOfLines={1} className="min-w-0 flex-1">
            {isYou(memberId) ? `${memberName} (${t('between.you')})` : memberName}
          </Text>
          <Money value={amount} signed tone={gets ? 'positive' : amount.amount < 0 ? 'danger' : 'muted'} />
        </View>
        <View aria-hidden className="h-2 flex-row overflow-hidden rounded-full bg-sunken">
          <View className="flex-1 items-end border-r border-strong">
            {gets ? null : <View className="h-full bg-danger" style={{ width }} />}
          </View>
          <View className={classes('flex-1')}>
            {gets ? <View className="h-full bg-positive" style={{ width }} /> : null}
          </View>
        </View>
        <Text size="sm" tone="muted">
          {hasLeft ? `${said} · ${t('between.left')}` : said}
        </Text>
      </View>
    </View>
  )
}

/** Who owes whom, and what would settle it. */
export const BetweenTab = () => {
  const { t } = useTranslation('billing')
  const { data, error, refetch } = useBalances()
  if (!data)
    return error ? (
      <Card>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    ) : (
      <SkeletonCard />
    )
  const { balances, transfers, exact } = data
  if (balances.every(({ amount }) => amount.amount === 0))
    return (
      <Card>
        <Empty icon={HandCoins} title={t('between.even')} text={t('between.evenText')} />
      </Card>
    )
  const mostOf = (currency: string): number =>
    Math.max(
      1,
      ...balances
        .filter(({ amount }) => amount.currency === currency)
        .map(({ amount }) => Math.abs(amount.amount)),
    )
  return (
    <>
      <Card title={t('between.transfers', { count: transfers.length })}>
        {transfers.map((transfer) => (
          <TransferRow
            key={`${transfer.from} ${transfer.to} ${transfer.amount.currency}`}
            transfer={transfer}
          />
        ))}
        <Text size="sm" tone="muted" className="mt-2">
          {exact ? t('between.fewest') : t('between.notProven')}
        </Text>
      </Card>
      <Card title={t('between.balances')} className="gap-5">
        {balances.map((balance) => (
          <BalanceRow
            key={`${balance.memberId} ${balance.amount.currency}`}
            balance={balance}
            most={mostOf(balance.amount.currency)}
          />
        ))}
      </Card>
    </>
  )
}
