import {
  type Balances,
  itemsOf,
  type Settlement,
  type Transfer,
  useFormat,
  useHousehold,
} from '@streamline/client'
import { useBalances, useRecordsForOthers, useSettlements } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Icon } from '../../design/icon.tsx'
import { HandCoins, PartyPopper, PiggyBank } from '../../design/icons.ts'
import { RowLink } from '../../design/list-row.tsx'
import { Money } from '../../design/money.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'
import { SettleSheet } from './settle-sheet.tsx'
import { SettlementsCard, WaitingCard } from './settlements-cards.tsx'
import { UndoSettlementSheet } from './taking-back-sheet.tsx'
import { TransferRow } from './transfer-row.tsx'
import { tripUnderway } from './upi-trip.ts'

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
          <View className="flex-1">
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

const TransferLine = ({ transfer, onSettle }: { transfer: Transfer; onSettle: () => void }) => {
  const { t } = useTranslation('billing')
  const { role, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const { from, fromName, to, toName } = transfer
  const isPart = from === memberId || to === memberId
  return (
    <View className="py-1">
      <TransferRow transfer={transfer} />
      {role !== 'viewer' && (isPart || forOthers) ? (
        <Button
          variant={isPart ? 'primary' : 'soft'}
          size="sm"
          className="self-end"
          label={t('settle.openFor', { from: fromName, to: toName })}
          onPress={onSettle}
        >
          {t('settle.open')}
        </Button>
      ) : null}
    </View>
  )
}

/** Nobody owes anybody: a quiet start, or since when. */
const EvenCard = ({ settled }: { settled: Settlement | undefined }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  return (
    <Card>
      <Empty
        icon={settled === undefined ? HandCoins : PartyPopper}
        title={t('between.even')}
        text={
          settled === undefined
            ? t('between.evenText')
            : t('between.evenSince', { date: format.date(settled.settledOn) })
        }
      />
    </Card>
  )
}

/** What providers owe back after an overpayment; it is used up by itself. */
const CreditsCard = ({ credits }: Pick<Balances, 'credits'>) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const router = useRouter()
  if (credits.length === 0) return null
  return (
    <Card flush title={t('credit.title')}>
      {credits.map(({ subscriptionId: id, subscriptionName: name, amount }) => (
        <RowLink
          key={`${id} ${amount.currency}`}
          leading={<Icon of={PiggyBank} tone="positive" />}
          title={t('credit.owes', { name, amount: format.money(amount) })}
          onPress={() => router.push({ pathname: '/subscriptions/[id]', params: { id } })}
        />
      ))}
    </Card>
  )
}

/** Who is being settled with: chosen here, or gone to pay before the app was ended. */
const useSettling = (transfers: readonly Transfer[] | undefined) => {
  const { id } = useHousehold()
  const [chosen, choose] = useState<Pick<Transfer, 'from' | 'to'> | null>(null)
  const [trip, setTrip] = useState(() => tripUnderway(id))
  const parties = chosen ?? trip
  const transfer = transfers?.find(({ from, to }) => from === parties?.from && to === parties.to) ?? null
  return {
    transfer,
    isBack: chosen === null && trip !== null,
    choose,
    close: (): void => {
      choose(null)
      setTrip(null)
    },
  }
}

/** Who owes whom, what would settle it, and what was given. */
export const BetweenTab = () => {
  const { t } = useTranslation('billing')
  const { data, error, refetch } = useBalances()
  const list = useSettlements()
  const [undoing, setUndoing] = useState<string | null>(null)
  const { transfer, isBack, choose, close } = useSettling(data?.transfers)
  const settlements = itemsOf(list.data)
  if (!data)
    return error ? (
      <Card>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    ) : (
      <SkeletonCard />
    )
  const { balances, transfers, exact, credits } = data
  const isEven = balances.every(({ amount }) => amount.amount === 0)
  const mostOf = (currency: string): number =>
    Math.max(
      1,
      ...balances
        .filter(({ amount }) => amount.currency === currency)
        .map(({ amount }) => Math.abs(amount.amount)),
    )
  return (
    <>
      <WaitingCard settlements={settlements} onUndo={setUndoing} />
      {isEven ? (
        <EvenCard settled={settlements.find(({ state }) => state !== 'undone')} />
      ) : (
        <>
          <Card title={t('between.transfers', { count: transfers.length })}>
            {transfers.map((one) => (
              <TransferLine
                key={`${one.from} ${one.to} ${one.amount.currency}`}
                transfer={one}
                onSettle={() => choose(one)}
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
      )}
      <CreditsCard credits={credits} />
      <SettlementsCard list={list} settlements={settlements} onUndo={setUndoing} />
      <SettleSheet transfer={transfer} isBack={isBack} onClose={close} />
      <UndoSettlementSheet settlementId={undoing} onClose={() => setUndoing(null)} />
    </>
  )
}
