import { type Settlement, useFormat, useProblemText } from '@streamline/client'
import { useConfirmSettlement } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'

const Waiting = ({ settlement, onUndo }: { settlement: Settlement; onUndo: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const problem = useProblemText()
  const { isYou } = usePeople()
  const confirm = useConfirmSettlement()
  const { id, from, fromName, to, toName, amount, settledOn, note } = settlement
  const values = {
    from: fromName,
    to: toName,
    amount: format.money(amount),
    date: format.shortDate(settledOn),
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-3 py-3 first:pt-0 last:pb-0">
      <Avatar id={from} name={fromName} />
      <span className="min-w-0 flex-1 basis-56">
        <span className="block font-semibold break-words">
          {t(isYou(to) ? 'settle.says' : 'settle.saysOther', values)}
        </span>
        {note ? <span className="block text-sm break-words text-muted">{note}</span> : null}
      </span>
      <span className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={Check}
          busy={confirm.isPending}
          aria-label={`${t('settle.confirm')}: ${values.from}, ${values.amount}`}
          onClick={() =>
            confirm.mutate(
              { id },
              {
                onSuccess: () => showToast(t('settle.confirmed', values)),
                onError: (error) => showToast(problem(error), { tone: 'danger' }),
              },
            )
          }
        >
          {t('settle.confirm')}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon={X}
          aria-label={`${t('settle.notArrived')}: ${values.from}, ${values.amount}`}
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
