import type { Webhook } from '@streamline/client'
import {
  useCreateWebhook,
  useRemoveWebhook,
  useTestHouseholdWebhooks,
  useWebhooks,
  type WebhooksOf,
  webhookServices,
} from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { Plus } from '../../design/icons.ts'
import { ShownOnce } from '../../design/shown-once.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'
import { Deliveries } from './deliveries-cards.tsx'
import { WebhookSheet } from './webhook-sheet.tsx'

const Webhooks = ({ of, webhooks }: { of: WebhooksOf; webhooks: readonly Webhook[] }) => {
  const { t } = useTranslation('notifications')
  const remove = useRemoveWebhook(of)
  if (webhooks.length === 0)
    return (
      <Text tone="muted" className="px-5 pb-2">
        {t('webhooks.empty')}
      </Text>
    )
  return (
    <>
      {webhooks.map(({ id, name, preset, host }, at) => {
        const service = preset === 'generic' ? t('webhooks.own') : webhookServices[preset]
        return (
          <View key={id}>
            {at > 0 ? <Hairline /> : null}
            <View className="flex-row items-center gap-3 px-5 py-3">
              <View className="min-w-0 flex-1">
                <Text weight="semibold">{name}</Text>
                <Text size="sm" tone="muted">
                  {host === null ? t('webhooks.lost', { service }) : t('webhooks.to', { service, host })}
                </Text>
              </View>
              <Button
                variant="secondary"
                size="sm"
                label={t('webhooks.removeOf', { name })}
                busy={remove.isPending && remove.variables.id === id}
                onPress={() =>
                  remove.mutate({ id }, { onSuccess: () => showToast(t('webhooks.removed', { name })) })
                }
              >
                {t('webhooks.remove')}
              </Button>
            </View>
          </View>
        )
      })}
      <FormError error={remove.error} />
    </>
  )
}

/** Those of the person are tried beside their other ways. */
const TestOfHousehold = () => {
  const { t } = useTranslation('notifications')
  const test = useTestHouseholdWebhooks()
  return (
    <>
      <View className="gap-3 px-5 pb-5">
        <Button variant="secondary" busy={test.isPending} onPress={() => test.mutate()}>
          {t('test.way.webhook')}
        </Button>
        <FormError error={test.error} />
      </View>
      <Deliveries deliveries={test.data?.deliveries ?? []} />
    </>
  )
}

/** Other places that get the messages of the person or of the household, and how to add one. */
export const WebhooksCard = ({ of = 'person' }: { of?: WebhooksOf }) => {
  const { t } = useTranslation('notifications')
  const { data, error, refetch } = useWebhooks(of)
  const create = useCreateWebhook(of)
  const [isAdding, setAdding] = useState(false)
  if (data === undefined)
    return error ? (
      <Card title={t('webhooks.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    ) : (
      <SkeletonCard count={1} />
    )
  const made = create.data
  if (made?.preset === 'generic')
    return (
      <ShownOnce
        title={t('webhooks.title')}
        lead={t('webhooks.once')}
        text={made.secret}
        done={t('webhooks.kept')}
        onDone={() => create.reset()}
      />
    )
  return (
    <Card title={t('webhooks.title')} flush>
      <Text tone="muted" className="px-5 pb-2">
        {t(of === 'household' ? 'webhooks.leadHousehold' : 'webhooks.lead')}
      </Text>
      <Webhooks of={of} webhooks={data} />
      <View className="px-5 pt-2 pb-5">
        <Button variant="secondary" icon={Plus} onPress={() => setAdding(true)}>
          {t('webhooks.add')}
        </Button>
      </View>
      {of === 'household' && data.length > 0 ? <TestOfHousehold /> : null}
      {isAdding ? (
        <WebhookSheet
          create={create}
          onClose={() => setAdding(false)}
          onAdded={(name) => {
            setAdding(false)
            showToast(t('webhooks.added', { name }))
          }}
        />
      ) : null}
    </Card>
  )
}
