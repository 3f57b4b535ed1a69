import { type Delivery, itemsOf, useInstant } from '@streamline/client'
import { useDeliveries, useTestMessage, useWebhooks } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'

const tones = { waiting: 'neutral', sent: 'positive', failed: 'danger' } as const

/** One message on its way to one place, and what became of it. */
const DeliveryRow = ({ delivery }: { delivery: Delivery }) => {
  const { t } = useTranslation('notifications')
  const instant = useInstant()
  const { title, recipient, state, createdAt, sentAt, seenAt, attempts, answer } = delivery
  const about = [
    t('sent.to', { recipient }),
    instant(sentAt ?? createdAt),
    ...(seenAt === null ? [] : [t('sent.seen', { at: instant(seenAt) })]),
  ]
  return (
    <View className="gap-0.5 px-5 py-3">
      <View className="flex-row items-start justify-between gap-3">
        <Text weight="semibold" className="min-w-0 flex-1">
          {title}
        </Text>
        <Badge tone={tones[state]}>{t(`sent.state.${state}`)}</Badge>
      </View>
      <Text size="sm" tone="muted">
        {about.join(' · ')}
      </Text>
      {state === 'sent' || answer === null ? null : (
        <Text size="sm" tone="muted">
          {`${t('sent.answer', { answer })} · ${t('sent.tries', { count: attempts })}`}
        </Text>
      )}
    </View>
  )
}

/** One below the other, the newest first. */
export const Deliveries = ({ deliveries }: { deliveries: readonly Delivery[] }) =>
  deliveries.map((delivery, at) => (
    <View key={delivery.id}>
      {at > 0 ? <Hairline /> : null}
      <DeliveryRow delivery={delivery} />
    </View>
  ))

/** A message to oneself, by each way, with what the other side answered. */
export const TestCard = () => {
  const { t } = useTranslation('notifications')
  const test = useTestMessage()
  const hasWebhooks = (useWebhooks().data ?? []).length > 0
  const ways = hasWebhooks ? (['push', 'email', 'webhook'] as const) : (['push', 'email'] as const)
  const deliveries = test.data?.deliveries
  return (
    <Card title={t('test.title')} flush>
      <View className="gap-3 px-5 pb-4">
        <Text tone="muted">{t('test.lead')}</Text>
        <View className="flex-row flex-wrap gap-2">
          {ways.map((way) => (
            <Button
              key={way}
              variant="secondary"
              className="grow"
              busy={test.isPending && test.variables.way === way}
              onPress={() => test.mutate({ way })}
            >
              {t(`test.way.${way}`)}
            </Button>
          ))}
        </View>
        <FormError error={test.error} />
        {deliveries?.length === 0 ? (
          <Text tone="muted" accessibilityLiveRegion="polite">
            {t('test.nowhere')}
          </Text>
        ) : null}
      </View>
      <View accessibilityLiveRegion="polite">
        <Deliveries deliveries={deliveries ?? []} />
      </View>
    </Card>
  )
}

/** What was sent, where and when, and whether it arrived. */
export const DeliveriesCard = () => {
  const { t } = useTranslation('notifications')
  const list = useDeliveries()
  const items = itemsOf(list.data)
  if (list.data === undefined)
    return list.error ? (
      <Card>
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      </Card>
    ) : (
      <SkeletonCard count={3} />
    )
  return (
    <Card title={t('sent.title')} flush>
      {items.length === 0 ? (
        <Text tone="muted" className="px-5 pb-5">
          {t('sent.empty')}
        </Text>
      ) : (
        <Deliveries deliveries={items} />
      )}
      <MoreButton list={list} />
    </Card>
  )
}
