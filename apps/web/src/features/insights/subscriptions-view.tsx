import { type SubscriptionInsights, useFormat, useHousehold } from '@streamline/client'
import { risesOf, unusedOf, useInsightsText, useSubscriptionInsights } from '@streamline/client/insights'
import { Layers, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { List, RowLink } from '../../design/list-row.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'

type Item = SubscriptionInsights['subscriptions'][number]

const Row = ({ item, subtitle, trailing }: { item: Item; subtitle: string; trailing: React.ReactNode }) => (
  <li>
    <RowLink
      to="/subscriptions/$subscriptionId"
      params={{ subscriptionId: item.subscriptionId }}
      leading={<BrandTile name={item.providerId ?? item.name} color={item.brandColor} look={item.look} />}
      title={item.name}
      subtitle={subtitle}
      trailing={trailing}
    />
  </li>
)

const Rises = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  const dearer = risesOf(items)
  return dearer.length === 0 ? null : (
    <Card title={t('subscriptions.rises')} flush className="overflow-hidden">
      <p className="px-5 pb-2 text-sm text-muted wide:px-6">{t('subscriptions.risesNote')}</p>
      <List>
        {dearer.map(({ item, rise }) => (
          <Row
            key={item.subscriptionId}
            item={item}
            subtitle={say.rise(rise)}
            trailing={
              <span className="figures text-sm font-semibold text-warn">
                {t('subscriptions.perYear', { money: format.money(rise.perYear) })}
              </span>
            }
          />
        ))}
      </List>
    </Card>
  )
}

const Unused = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation('insights')
  const idle = unusedOf(items)
  return idle.length === 0 ? null : (
    <Card title={t('subscriptions.unused')} flush className="overflow-hidden">
      <List>
        {idle.map(({ item, days }) => (
          <Row
            key={item.subscriptionId}
            item={item}
            subtitle={t('subscriptions.unusedFor', { count: days })}
            trailing={item.monthly === null ? null : <Money value={item.monthly} />}
          />
        ))}
      </List>
    </Card>
  )
}

const Spent = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation('insights')
  const say = useInsightsText()
  const { currency } = useHousehold()
  return (
    <Card title={t('subscriptions.title')} flush className="overflow-hidden">
      <List>
        {items.map((item) => (
          <Row
            key={item.subscriptionId}
            item={item}
            subtitle={say.running(item)}
            trailing={
              <>
                <Amounts values={item.spent} currency={currency} />
                <span className="text-xs text-muted">{t('subscriptions.spent')}</span>
              </>
            }
          />
        ))}
      </List>
    </Card>
  )
}

/** Each subscription by itself: what it came to, how much dearer it is, whether anybody uses it. */
export const SubscriptionsView = () => {
  const { t } = useTranslation('insights')
  const { data, error, refetch } = useSubscriptionInsights()
  if (data === undefined)
    return (
      <Card>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            <output className="sr-only">{t('loading')}</output>
            <SkeletonRows rows={5} />
          </>
        )}
      </Card>
    )
  if (data.subscriptions.length === 0)
    return (
      <Card>
        <Empty
          icon={Layers}
          title={t('subscriptions.empty')}
          action={
            <ButtonLink to="/add" icon={Plus}>
              {t('subscriptions.add')}
            </ButtonLink>
          }
        />
      </Card>
    )
  return (
    <div className="grid items-start gap-4 wide:grid-cols-2 wide:gap-6">
      <Spent items={data.subscriptions} />
      <div className="space-y-4 wide:space-y-6">
        <Rises items={data.subscriptions} />
        <Unused items={data.subscriptions} />
      </div>
    </div>
  )
}
