import { useTestMessage, useWebhooks } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { TestResults } from './test-results.tsx'

/** A message to oneself, by each way, with what the other side answered. */
export const TestCard = () => {
  const { t } = useTranslation('notifications')
  const test = useTestMessage()
  const hasWebhooks = (useWebhooks().data ?? []).length > 0
  const ways = hasWebhooks ? (['email', 'push', 'webhook'] as const) : (['email', 'push'] as const)
  return (
    <Card title={t('test.title')} flush>
      <TestResults
        lead={t('test.lead')}
        error={test.error}
        deliveries={test.data?.deliveries}
        buttons={ways.map((way) => (
          <Button
            key={way}
            variant="secondary"
            busy={test.isPending && test.variables.way === way}
            onClick={() => test.mutate({ way })}
          >
            {t(`test.way.${way}`)}
          </Button>
        ))}
      />
    </Card>
  )
}
