import { type Credit, useFormat } from '@streamline/client'
import { Link } from '@tanstack/react-router'
import { PiggyBank } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'

/** What providers owe back after an overpayment; it is used up by itself. */
export const CreditsCard = ({ credits }: { credits: readonly Credit[] }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  if (credits.length === 0) return null
  return (
    <Card title={t('credit.title')}>
      <ul>
        {credits.map(({ subscriptionId, subscriptionName, amount }) => (
          <li key={`${subscriptionId} ${amount.currency}`} className="flex items-start gap-3">
            <PiggyBank size={20} className="mt-2.5 shrink-0 text-positive" aria-hidden />
            <Link
              to="/subscriptions/$subscriptionId"
              params={{ subscriptionId }}
              className="figures min-h-11 py-2.5 break-words underline-offset-4 hover:underline"
            >
              {t('credit.owes', { name: subscriptionName, amount: format.money(amount) })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
