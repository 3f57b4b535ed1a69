import { useSavingsText, type SavingsResult } from '@streamline/client/savings'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'

/** What comes with plans and is not claimed, or ends with one soon. */
export const BenefitsCard = ({ benefits }: Pick<SavingsResult, 'benefits'>) => {
  const { t } = useTranslation('savings')
  const say = useSavingsText()
  return benefits.length === 0 ? null : (
    <Card title={t('benefits.title')}>
      <ul className="space-y-2">
        {benefits.map((benefit) => (
          <li key={`${benefit.subscription.id} ${benefit.kind}`}>
            <Link
              to="/subscriptions/$subscriptionId"
              params={{ subscriptionId: benefit.subscription.id }}
              className="inline-flex min-h-11 items-center font-semibold hover:underline"
            >
              {benefit.subscription.name}
            </Link>
            <p className="text-sm text-muted">{say.benefit(benefit)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
