import { type Transfer, useHousehold } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AskToSettle } from './ask-to-settle.tsx'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'
import { useRecordsForOthers } from '@streamline/client/billing'

const TransferRow = ({ transfer, onSettle }: { transfer: Transfer; onSettle: () => void }) => {
  const { t } = useTranslation('billing')
  const { role, memberId } = useHousehold()
  const { isYou, hasAccount } = usePeople()
  const forOthers = useRecordsForOthers()
  const { from, fromName, to, toName, amount } = transfer
  const isPart = from === memberId || to === memberId
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3.5 first:pt-0">
      <span className="flex shrink-0 items-center gap-1.5" aria-hidden>
        <Avatar id={from} name={fromName} />
        <ArrowRight size={16} className="text-faint" />
        <Avatar id={to} name={toName} />
      </span>
      <span className="min-w-0 grow basis-32 font-medium [overflow-wrap:anywhere]">
        {isYou(from)
          ? t('between.transferFromYou', { to: toName })
          : isYou(to)
            ? t('between.transferToYou', { from: fromName })
            : t('between.transfer', { from: fromName, to: toName })}
      </span>
      <span className="ml-auto flex items-center gap-3">
        <Money value={amount} size="md" />
        {role !== 'viewer' && to === memberId && hasAccount(from) ? (
          <AskToSettle transfer={transfer} />
        ) : null}
        {role !== 'viewer' && (isPart || forOthers) ? (
          <Button
            variant={isPart ? 'primary' : 'soft'}
            size="sm"
            aria-label={t('settle.openFor', { from: fromName, to: toName })}
            onClick={onSettle}
          >
            {t('settle.open')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

/** The fewest transfers that make everybody even. */
export const TransferList = ({
  transfers,
  exact,
  onSettle,
}: {
  transfers: readonly Transfer[]
  exact: boolean
  onSettle: (transfer: Transfer) => void
}) => {
  const { t } = useTranslation('billing')
  return (
    <Card title={t('between.transfers', { count: transfers.length })}>
      <ul className="divide-y divide-line/80">
        {transfers.map((transfer) => (
          <TransferRow
            key={`${transfer.from} ${transfer.to} ${transfer.amount.currency}`}
            transfer={transfer}
            onSettle={() => onSettle(transfer)}
          />
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">{exact ? t('between.fewest') : t('between.notProven')}</p>
    </Card>
  )
}
