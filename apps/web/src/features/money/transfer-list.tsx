import type { Transfer } from '@streamline/client'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'
import { usePeople } from '../households/use-people.ts'

/** The fewest transfers that make everybody even. */
export const TransferList = ({ transfers, exact }: { transfers: readonly Transfer[]; exact: boolean }) => {
  const { t } = useTranslation('money')
  const { isYou } = usePeople()
  return (
    <Card title={t('between.transfers', { count: transfers.length })}>
      <ul className="divide-y divide-line/80">
        {transfers.map(({ from, fromName, to, toName, amount }) => (
          <li key={`${from} ${to} ${amount.currency}`} className="flex items-center gap-3 py-3 first:pt-0">
            <span className="flex shrink-0 items-center gap-1.5" aria-hidden>
              <Avatar id={from} name={fromName} />
              <ArrowRight size={16} className="text-faint" />
              <Avatar id={to} name={toName} />
            </span>
            <span className="min-w-0 flex-1 break-words">
              {isYou(from)
                ? t('between.transferFromYou', { to: toName })
                : isYou(to)
                  ? t('between.transferToYou', { from: fromName })
                  : t('between.transfer', { from: fromName, to: toName })}
            </span>
            <Money value={amount} size="md" />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">{exact ? t('between.fewest') : t('between.notProven')}</p>
    </Card>
  )
}
