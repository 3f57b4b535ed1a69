import type { SubscriptionDetail } from '@streamline/client'
import { usePriceHistory } from '@streamline/client/catalogue'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Money } from '../../../design/money.tsx'

/** What the plan has cost and will cost, the newest first; where something else is paid here, editors can be told. */
export const PricesCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const history = usePriceHistory(subscription)
  if (history === null) return null
  const { rows, suggestion } = history
  return (
    <Card title={t('prices.title')}>
      <ul className="-my-2 divide-y divide-line/80">
        {rows.map(({ id, price, since, isComing }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 py-2.5">
            <span className="text-sm text-muted">
              {since}
              {isComing ? <span className="block text-brand">{t('prices.next')}</span> : null}
            </span>
            <Money value={price} />
          </li>
        ))}
      </ul>
      {suggestion === null ? null : (
        <div className="mt-4 border-t border-line pt-4">
          <p className="text-sm">{suggestion.text}</p>
          <Button size="sm" variant="soft" className="mt-2" busy={suggestion.busy} onClick={suggestion.send}>
            {suggestion.label}
          </Button>
          <p className="mt-1.5 text-sm text-faint">{t('prices.suggestHint')}</p>
        </div>
      )}
    </Card>
  )
}
