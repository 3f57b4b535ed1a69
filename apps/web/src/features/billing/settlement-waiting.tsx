import type { Settlement } from '@streamline/client'
import { useArrival } from '@streamline/client/billing'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'

const Waiting = ({ settlement, onUndo }: { settlement: Settlement; onUndo: () => void }) => {
  const { t } = useTranslation('billing')
  const { says, about, busy, arrived } = useArrival(settlement)
  const { from, fromName, note } = settlement
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-3 py-3 first:pt-0 last:pb-0">
      <Avatar id={from} name={fromName} />
      <span className="min-w-0 flex-1 basis-56">
        <span className="block font-semibold break-words">{says}</span>
        {note ? <span className="block text-sm break-words text-muted">{note}</span> : null}
      </span>
      <span className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={Check}
          busy={busy}
          aria-label={`${t('settle.confirm')}: ${about}`}
          onClick={arrived}
        >
          {t('settle.confirm')}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon={X}
          aria-label={`${t('settle.notArrived')}: ${about}`}
          onClick={onUndo}
        >
          {t('settle.notArrived')}
        </Button>
      </span>
    </li>
  )
}

/** Money that somebody says they gave; the receiver says whether it arrived. */
export const SettlementWaiting = ({
  settlements,
  onUndo,
}: {
  settlements: readonly Settlement[]
  onUndo: (id: string) => void
}) => {
  const { t } = useTranslation('billing')
  const waiting = settlements.filter(({ mayConfirm }) => mayConfirm)
  if (waiting.length === 0) return null
  return (
    <Card tone="brand" title={t('settle.waiting')}>
      <ul className="divide-y divide-line">
        {waiting.map((settlement) => (
          <Waiting key={settlement.id} settlement={settlement} onUndo={() => onUndo(settlement.id)} />
        ))}
      </ul>
    </Card>
  )
}
