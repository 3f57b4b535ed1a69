import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { creditSums, useMayChange } from '@streamline/client/subscriptions'
import { PiggyBank } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import type { SheetName } from '../detail/sheet-name.ts'

/** What the provider owes back, and what can be done with it. */
export const CreditCard = ({
  subscription,
  onOpen,
}: {
  subscription: SubscriptionDetail
  onOpen: (sheet: SheetName) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const mayChange = useMayChange(subscription)
  const { credits, name, providerName } = subscription
  if (credits.length === 0) return null
  return (
    <Card title={t('credit.own')}>
      <p className="flex gap-3">
        <PiggyBank size={20} className="mt-0.5 shrink-0 text-positive" aria-hidden />
        <span className="min-w-0 break-words">
          <span className="figures block font-semibold">
            {t('credit.with', {
              amount: format.list(creditSums(credits).map((sum) => format.money(sum))),
              provider: providerName ?? name,
            })}
          </span>
          <span className="block text-sm text-muted">{t('credit.byItself')}</span>
        </span>
      </p>
      {mayChange ? (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button variant="secondary" size="sm" onClick={() => onOpen('refundCredit')}>
            {t('credit.refunded')}
          </Button>
          <Button variant="secondary" size="sm" onClick={() => onOpen('useCredit')}>
            {t('credit.use')}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
