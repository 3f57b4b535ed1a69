import {
  itemsOf,
  type Charge,
  type Subscription,
  useDebounced,
  useFormat,
  useHousehold,
} from '@streamline/client'
import { useCharges, useMarkPaid } from '@streamline/client/billing'
import {
  groupsOf,
  kinds,
  type ListGroup,
  type ListSort,
  listSorts,
  needsRecharge,
  sorted,
  totalsOf,
  useRechargeNow,
  useSubscriptions,
} from '@streamline/client/subscriptions'
import { FlashList } from '@shopify/flash-list'
import { useRouter } from 'expo-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefreshControl, ScrollView, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Chip } from '../../design/chip.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { SearchField } from '../../design/search-field.tsx'
import { useColor } from '../../design/icon.tsx'
import { Layers, Plus, SearchX } from '../../design/icons.ts'
import { Amounts } from '../../design/money.tsx'
import { PageHead } from '../../design/page.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Heading, Text } from '../../design/text.tsx'
import { AgeLine } from '../kept/age-line.tsx'
import { AddButton } from './add-button.tsx'
import { SubscriptionRow } from './list/subscription-row.tsx'

type Item =
  | { readonly is: 'heading'; readonly group: ListGroup | 'all'; readonly items: readonly Subscription[] }
  | { readonly is: 'row'; readonly subscription: Subscription }

/** The rows under the headings of their kinds, or in one row by what is asked for. */
const itemsIn = (ordered: readonly Subscription[], sort: ListSort): Item[] =>
  (sort === 'kind' ? groupsOf(ordered) : [{ group: 'all' as const, items: ordered }]).flatMap(
    ({ group, items }) => [
      { is: 'heading' as const, group, items },
      ...items.map((subscription) => ({ is: 'row' as const, subscription })),
    ],
  )

const keyOf = (item: Item): string => (item.is === 'heading' ? item.group : item.subscription.id)
const typeOf = ({ is }: Item): string => is

const GroupHeading = ({ group, items }: Extract<Item, { is: 'heading' }>) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const { currency } = useHousehold()
  const kind = kinds.find((one) => one === group)
  const costs = group === 'all' ? [] : totalsOf(items).aMonth
  return (
    <View className="flex-row items-baseline justify-between gap-3 px-1 pt-5 pb-2">
      <Heading className="min-w-0 flex-1 tracking-tight">
        {kind === undefined
          ? t(`list.${group as Exclude<ListGroup, (typeof kinds)[number]>}`)
          : t(`words:kind.${kind}`)}{' '}
        <Text size="sm" weight="semibold" tone="faint">
          {items.length}
        </Text>
      </Heading>
      {costs.length > 0 ? (
        <View className="flex-row items-baseline gap-1">
          <Amounts size="sm" currency={currency} values={costs} />
          <Text size="sm" tone="muted">
            {t('list.aMonth')}
          </Text>
        </View>
      ) : null}
    </View>
  )
}

/** "15 running · ₹4,610 a month · ₹55,326 a year", of what is on screen. */
const ListTotals = ({ subscriptions }: { subscriptions: readonly Subscription[] }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { currency } = useHousehold()
  const { running, aMonth, aYear } = totalsOf(subscriptions)
  if (running === 0) return null
  const say = (sums: typeof aMonth): string =>
    sums.length === 0
      ? format.money({ amount: 0, currency }, { rounded: true })
      : sums.map((sum) => format.money(sum, { rounded: true })).join(' + ')
  return (
    <Text size="sm" tone="muted">
      {[
        t('list.running', { count: running }),
        `${say(aMonth)} ${t('list.aMonth')}`,
        `${say(aYear)} ${t('list.aYear')}`,
      ].join(' · ')}
    </Text>
  )
}

/** Everything the household has: looked for, put in order, paid and recharged in place. */
export const SubscriptionsScreen = () => {
  const { t } = useTranslation('subscriptions')
  const router = useRouter()
  const { top } = useSafeAreaInsets()
  const { locale } = useFormat()
  const { today, currency } = useHousehold()
  const brand = useColor('brand')
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<ListSort>('kind')
  const [pulled, setPulled] = useState(false)
  const q = useDebounced(typed.trim(), 200)
  const list = useSubscriptions(q === '' ? {} : { q })
  const charges = useCharges({ state: 'open' })
  const { markPaid, isMarking } = useMarkPaid()
  const { rechargeNow, isRecharging } = useRechargeNow()
  const subscriptions = useMemo(() => itemsOf(list.data), [list.data])
  const items = useMemo(
    () => itemsIn(sorted(subscriptions, { sort, today, locale, currency }), sort),
    [subscriptions, sort, today, locale, currency],
  )
  // The API answers them by due date: the first of each is the oldest.
  const due = useMemo(() => {
    const oldest = new Map<string, Charge>()
    for (const charge of itemsOf(charges.data))
      if (!oldest.has(charge.subscriptionId)) oldest.set(charge.subscriptionId, charge)
    return oldest
  }, [charges.data])
  const refresh = (): void => {
    setPulled(true)
    void Promise.all([list.refetch(), charges.refetch()]).finally(() => setPulled(false))
  }
  const isNothing = subscriptions.length === 0
  const first = (
    <View className="gap-3 pt-4">
      <PageHead title={t('list.title')} />
      <AgeLine />
      {isNothing && q === '' && !list.isPending ? null : (
        <>
          <SearchField label={t('list.search')} value={typed} onChange={setTyped} />
          <ScrollView
            horizontal
            showsHorizontalScrollIndicator={false}
            contentContainerClassName="gap-2"
            className="-mx-4 px-4"
          >
            {listSorts.map((value) => (
              <Chip key={value} selected={value === sort} onPress={() => setSort(value)}>
                {t(`list.sorts.${value}`)}
              </Chip>
            ))}
          </ScrollView>
          {list.hasNextPage ? null : <ListTotals subscriptions={subscriptions} />}
        </>
      )}
      {list.isPending ? (
        <SkeletonCard count={6} />
      ) : list.isError && isNothing ? (
        <Card>
          <ErrorState error={list.error} onRetry={refresh} />
        </Card>
      ) : isNothing ? (
        <Card>
          {q === '' ? (
            <Empty
              icon={Layers}
              title={t('list.empty')}
              text={t('list.emptyText')}
              action={
                <Button icon={Plus} onPress={() => router.push('/add')}>
                  {t('list.addFirst')}
                </Button>
              }
            />
          ) : (
            <Empty
              icon={SearchX}
              title={t('list.nothingFound')}
              text={t('list.nothingFoundText')}
              action={
                <Button variant="secondary" onPress={() => setTyped('')}>
                  {t('list.showAll')}
                </Button>
              }
            />
          )}
        </Card>
      ) : null}
    </View>
  )
  return (
    <View className="flex-1 bg-canvas" style={{ paddingTop: top }}>
      <FlashList
        data={items}
        keyExtractor={keyOf}
        getItemType={typeOf}
        ListHeaderComponent={first}
        contentContainerStyle={{ paddingHorizontal: 16, paddingBottom: 96 }}
        keyboardShouldPersistTaps="handled"
        onEndReached={() => {
          if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
        }}
        refreshControl={
          <RefreshControl refreshing={pulled} onRefresh={refresh} colors={[brand]} tintColor={brand} />
        }
        renderItem={({ item }) =>
          item.is === 'heading' ? (
            <GroupHeading {...item} />
          ) : (
            <SubscriptionRow
              subscription={item.subscription}
              due={due.get(item.subscription.id)}
              recharge={needsRecharge(item.subscription, today)}
              isMarking={isMarking(due.get(item.subscription.id)?.id ?? null)}
              isRecharging={isRecharging(item.subscription.id)}
              onPay={({ id, subscriptionName }) => void markPaid(id, subscriptionName)}
              onRecharge={(id) => void rechargeNow(id)}
            />
          )
        }
      />
      <AddButton />
    </View>
  )
}
