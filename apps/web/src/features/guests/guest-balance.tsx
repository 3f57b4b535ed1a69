import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { GuestView } from '@streamline/client'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'

/** The one answer: how much, per currency, and in which direction. */
export const GuestBalance = ({ balances }: { balances: GuestView['balances'] }) => {
  const { t } = useTranslation('visit')
  const open = balances.filter(({ amount }) => amount !== 0)
  if (open.length === 0)
    return (
      <Card>
        <p className="flex items-center gap-3 font-semibold text-positive">
          <CircleCheck size={22} className="shrink-0" aria-hidden />
          {t('guest.even')}
        </p>
      </Card>
    )
  return (
    <Card tone="brand">
      <dl className="space-y-4">
        {open.map(({ amount, currency }) => (
          <div key={currency}>
            <dt className="font-semibold text-muted">{amount < 0 ? t('guest.owes') : t('guest.gets')}</dt>
            <dd className={amount < 0 ? 'text-brand' : 'text-positive'}>
              <Money value={{ amount: Math.abs(amount), currency }} size="xl" />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
