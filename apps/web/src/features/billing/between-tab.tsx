import { itemsOf } from '@streamline/client'
import { useBalances, useSettlements } from '@streamline/client/billing'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { BalanceBars } from './balance-bars.tsx'
import { CreditsCard } from './credits-card.tsx'
import { EvenCard } from './even-card.tsx'
import { SettleSheet } from './settle-sheet.tsx'
import { SettlementList } from './settlement-list.tsx'
import { SettlementWaiting } from './settlement-waiting.tsx'
import { TransferList } from './transfer-list.tsx'
import { useSettling } from './use-paying.ts'
import { UndoSettlementDialog } from './undo-settlement-dialog.tsx'

/** Who owes whom, what would settle it, and what was given. */
export const BetweenTab = () => {
  const { t } = useTranslation('billing')
  const { data, error, refetch } = useBalances()
  const list = useSettlements()
  const [settling, setSettling] = useSettling(data?.transfers)
  const [undoing, setUndoing] = useState<string | null>(null)
  const settlements = itemsOf(list.data)
  if (!data) return <WaitingCard label={t('loading')} rows={4} error={error} onRetry={() => void refetch()} />
  const isEven = data.balances.every(({ amount }) => amount.amount === 0)
  return (
    <div className="space-y-5">
      <SettlementWaiting settlements={settlements} onUndo={setUndoing} />
      {isEven ? (
        <EvenCard settled={settlements.find(({ state }) => state !== 'undone')} />
      ) : (
        <div className="grid items-start gap-5 wide:grid-cols-2">
          <BalanceBars balances={data.balances} />
          <TransferList transfers={data.transfers} exact={data.exact} onSettle={setSettling} />
        </div>
      )}
      <CreditsCard credits={data.credits} />
      {list.error && settlements.length === 0 ? (
        <Card title={t('settle.list')}>
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        </Card>
      ) : (
        <SettlementList list={list} settlements={settlements} onUndo={setUndoing} />
      )}
      <SettleSheet transfer={settling} onClose={() => setSettling(null)} />
      <UndoSettlementDialog settlementId={undoing} onClose={() => setUndoing(null)} />
    </div>
  )
}
