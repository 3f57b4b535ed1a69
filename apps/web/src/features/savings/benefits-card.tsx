import { useFormat } from '@streamline/client'
import type { SavingsResult } from '@streamline/client/savings'
import { addDays } from '@streamline/domain'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'

/** What comes with plans and is not claimed, or ends with one soon. */
export const BenefitsCard = ({ benefits }: Pick<SavingsResult, 'benefits'>) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  return benefits.length === 0 ? null : (
    <Card title={t('benefits.title')}>
      <ul className="space-y-2">
        {benefits.map(({ kind, subscription, services, until }) => (
          <li key={`${subscription.id} ${kind}`}>
            <Link
              to="/subscriptions/$subscriptionId"
              params={{ subscriptionId: subscription.id }}
              className="inline-flex min-h-11 items-center font-semibold hover:underline"
            >
              {subscription.name}
            </Link>
            <p className="text-sm text-muted">
              {t(`benefits.${kind}`, {
                services: format.list(services.map(({ name }) => name)),
                date: until === null ? '' : format.date(addDays(until, -1)),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
