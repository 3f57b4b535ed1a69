import { type SubscriptionInsights, useFormat, useHousehold } from '@streamline/client'
import { risesOf, unusedOf, useInsightsText, useSubscriptionInsights } from '@streamline/client/insights'
import { useRouter } from 'expo-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Layers, Plus } from '../../design/icons.ts'
import { RowLink } from '../../design/list-row.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { Loaded } from './loaded.tsx'

type Item = SubscriptionInsights['subscriptions'][number]

/** So many are drawn at once; who wants more asks for them. */
const FIRST = 30

const Row = ({
  item,
  text,
  trailing,
  isFirst,
}: {
  item: Item
  text: string
  trailing: ReactNode
  isFirst: boolean
}) => {
  const router = useRouter()
  return (
    <>
      {isFirst ? null : <Hairline />}
      <RowLink
        onPress={() => router.push({ pathname: '/subscriptions/[id]', params: { id: item.subscriptionId } })}
        withArrow={false}
        leading={<BrandTile name={item.providerId ?? item.name} color={item.brandColor} look={item.look} />}
        title={item.name}
        detail={
          <Text size="sm" tone="muted">
            {text}
          </Text>
        }
        trailing={trailing}
      />
    </>
  )
}

const Rises = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  const dearer = risesOf(items)
  return dearer.length === 0 ? null : (
    <Card title={t('subscriptions.rises')} flush>
      <Text size="sm" tone="muted" className="px-5 pb-2">
        {t('subscriptions.risesNote')}
      </Text>
      {dearer.map(({ item, rise }, at) => (
        <Row
          key={item.subscriptionId}
          item={item}
          isFirst={at === 0}
          text={say.rise(rise)}
          trailing={
            <Text size="sm" weight="semibold" tone="warn" className="max-w-28 text-right">
              {t('subscriptions.perYear', { money: format.money(rise.perYear) })}
            </Text>
          }
        />
      ))}
    </Card>
  )
}

const Unused = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation('insights')
  const idle = unusedOf(items)
  return idle.length === 0 ? null : (
    <Card title={t('subscriptions.unused')} flush>
      {idle.map(({ item, days }, at) => (
        <Row
          key={item.subscriptionId}
          item={item}
          isFirst={at === 0}
          text={t('subscriptions.unusedFor', { count: days })}
          trailing={item.monthly === null ? null : <Money value={item.monthly} />}
        />
      ))}
    </Card>
  )
}

const Spent = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation(['insights', 'app'])
  const say = useInsightsText()
  const { currency } = useHousehold()
  const [shown, setShown] = useState(FIRST)
  return (
    <Card title={t('subscriptions.title')} flush>
      {items.slice(0, shown).map((item, at) => (
        <Row
          key={item.subscriptionId}
          item={item}
          isFirst={at === 0}
          text={say.running(item)}
          trailing={
            <>
              <Amounts values={item.spent} currency={currency} />
              <Text size="xs" tone="muted">
                {t('subscriptions.spent')}
              </Text>
            </>
          }
        />
      ))}
      {items.length > shown ? (
        <Button variant="quiet" className="m-2" onPress={() => setShown(shown + FIRST)}>
          {t('app:actions.more')}
        </Button>
      ) : null}
    </Card>
  )
}

const Nothing = () => {
  const { t } = useTranslation('insights')
  const router = useRouter()
  return (
    <Card>
      <Empty
        icon={Layers}
        title={t('subscriptions.empty')}
        action={
          <Button icon={Plus} onPress={() => router.push('/add')}>
            {t('subscriptions.add')}
          </Button>
        }
      />
    </Card>
  )
}

/** Each subscription by itself: how much dearer it is, whether anybody uses it, what it came to. */
export const SubscriptionsView = () => (
  <Loaded query={useSubscriptionInsights()}>
    {({ subscriptions }) =>
      subscriptions.length === 0 ? (
        <Nothing />
      ) : (
        <View className="gap-4">
          <Rises items={subscriptions} />
          <Unused items={subscriptions} />
          <Spent items={subscriptions} />
        </View>
      )
    }
  </Loaded>
)
