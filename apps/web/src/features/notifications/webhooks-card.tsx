import type { Webhook } from '@streamline/client'
import {
  useCreateWebhook,
  useRemoveWebhook,
  useTestHouseholdWebhooks,
  useWebhooks,
  webhookServices,
  type WebhooksOf,
} from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { List, ListRow } from '../../design/list-row.tsx'
import { ShownOnce } from '../../design/shown-once.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { TestResults } from './test-results.tsx'
import { WebhookForm } from './webhook-form.tsx'

/** Other places that get the messages of the person or of the household, and how to add one. */
export const WebhooksCard = ({ of = 'person' }: { of?: WebhooksOf }) => {
  const { t } = useTranslation('notifications')
  const { data, error, refetch } = useWebhooks(of)
  const create = useCreateWebhook(of)
  const [isAdding, setAdding] = useState(false)
  if (data === undefined)
    return <WaitingCard label={t('loading')} rows={2} error={error} onRetry={() => void refetch()} />
  const made = create.data
  if (made?.preset === 'generic')
    return (
      <ShownOnce
        title={t('webhooks.title')}
        lead={t('webhooks.once')}
        text={made.secret}
        done={t('webhooks.kept')}
        onDone={() => create.reset()}
      >
        <p className="font-mono break-all">{made.secret}</p>
      </ShownOnce>
    )
  return (
    <Card title={t('webhooks.title')} flush>
      <p className="px-5 pb-2 text-muted wide:px-6">
        {of === 'household' ? t('webhooks.leadHousehold') : t('webhooks.lead')}
      </p>
      <Webhooks of={of} webhooks={data} />
      <div className="px-5 pt-2 pb-5 wide:px-6">
        {isAdding ? (
          <WebhookForm
            create={create}
            onAdded={(name) => {
              setAdding(false)
              showToast(t('webhooks.added', { name }))
            }}
          />
        ) : (
          <Button variant="secondary" icon={Plus} onClick={() => setAdding(true)}>
            {t('webhooks.add')}
          </Button>
        )}
      </div>
      {of === 'household' && data.length > 0 ? <TestOfHousehold /> : null}
    </Card>
  )
}

/** Those of the person are tried beside their other ways. */
const TestOfHousehold = () => {
  const { t } = useTranslation('notifications')
  const test = useTestHouseholdWebhooks()
  return (
    <TestResults
      error={test.error}
      deliveries={test.data?.deliveries}
      buttons={
        <Button variant="secondary" busy={test.isPending} onClick={() => test.mutate()}>
          {t('test.way.webhook')}
        </Button>
      }
    />
  )
}

const Webhooks = ({ of, webhooks }: { of: WebhooksOf; webhooks: readonly Webhook[] }) => {
  const { t } = useTranslation('notifications')
  const remove = useRemoveWebhook(of)
  if (webhooks.length === 0) return <p className="px-5 pb-2 text-muted wide:px-6">{t('webhooks.empty')}</p>
  return (
    <>
      <List>
        {webhooks.map(({ id, name, preset, host }) => {
          const service = preset === 'generic' ? t('webhooks.own') : webhookServices[preset]
          return (
            <ListRow
              key={id}
              title={name}
              subtitle={host === null ? t('webhooks.lost', { service }) : t('webhooks.to', { service, host })}
              trailing={
                <Button
                  variant="secondary"
                  size="sm"
                  aria-label={t('webhooks.removeOf', { name })}
                  busy={remove.isPending && remove.variables.id === id}
                  onClick={() =>
                    remove.mutate({ id }, { onSuccess: () => showToast(t('webhooks.removed', { name })) })
                  }
                >
                  {t('webhooks.remove')}
                </Button>
              }
            />
          )
        })}
      </List>
      <div className="px-5 empty:hidden wide:px-6">
        <FormError error={remove.error} />
      </div>
    </>
  )
}
