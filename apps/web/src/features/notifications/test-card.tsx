import { useTestMessage, useWebhooks } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { DeliveryRow } from './delivery-row.tsx'

/** A message to oneself, by each way, with what the other side answered. */
export const TestCard = () => {
  const { t } = useTranslation('notifications')
  const test = useTestMessage()
  const hasWebhooks = (useWebhooks().data ?? []).length > 0
  const ways = hasWebhooks ? (['email', 'push', 'webhook'] as const) : (['email', 'push'] as const)
  const deliveries = test.data?.deliveries
  return (
    <Card title={t('test.title')} flush>
      <div className="space-y-3 px-5 pb-4 wide:px-6">
        <p className="text-muted">{t('test.lead')}</p>
        <div className="flex flex-wrap gap-2">
          {ways.map((way) => (
            <Button
              key={way}
              variant="secondary"
              busy={test.isPending && test.variables.way === way}
              onClick={() => test.mutate({ way })}
            >
              {t(`test.way.${way}`)}
            </Button>
          ))}
        </div>
        <FormError error={test.error} />
        {deliveries?.length === 0 ? <p className="text-muted">{t('test.nowhere')}</p> : null}
      </div>
      <div aria-live="polite">
        {deliveries === undefined || deliveries.length === 0 ? null : (
          <List>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </List>
        )}
      </div>
    </Card>
  )
}
