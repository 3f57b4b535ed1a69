import { type Settlement, useFormat } from '@streamline/client'
import { useMethodName, type useSettlements, useSettlementText } from '@streamline/client/billing'
import { ArrowRight, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Badge, type Tone } from '../../design/badge.tsx'
import { IconButton } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { Money } from '../../design/money.tsx'

const tones: Record<Settlement['state'], Tone> = {
  recorded: 'warn',
  confirmed: 'positive',
  undone: 'neutral',
}

const Row = ({ settlement, onUndo }: { settlement: Settlement; onUndo: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const methodName = useMethodName()
  const text = useSettlementText()
  const { from, fromName, to, toName, amount, converted, settledOn, method, reference, note, state } =
    settlement
  const about = [
    converted === null ? null : format.money(converted.amount),
    format.date(settledOn),
    method === null ? null : methodName(method),
    reference,
  ]
  return (
    <li className="flex items-start gap-3 px-5 py-3.5 wide:px-6">
      <span className="flex shrink-0 items-center gap-1" aria-hidden>
        <Avatar id={from} name={fromName} size="sm" />
        <ArrowRight size={14} className="text-faint" />
        <Avatar id={to} name={toName} size="sm" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{text(settlement)}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {about.filter(Boolean).join(' · ')}
          <Badge tone={tones[state]}>{t(`settle.state.${state}`)}</Badge>
        </p>
        {note ? <p className="line-clamp-2 text-sm break-words text-faint">{note}</p> : null}
      </div>
      <div className="flex shrink-0 items-center">
        <Money value={amount} className={state === 'undone' ? 'text-muted line-through' : undefined} />
        {settlement.mayUndo ? (
          <IconButton
            icon={Undo2}
            label={t('settle.undoOf', { amount: format.money(amount), from: fromName, to: toName })}
            className="-my-2.5 -mr-3"
            onClick={onUndo}
          />
        ) : null}
      </div>
    </li>
  )
}

/** What people gave each other, the newest first. */
export const SettlementList = ({
  list,
  settlements,
  onUndo,
}: {
  list: ReturnType<typeof useSettlements>
  settlements: readonly Settlement[]
  onUndo: (id: string) => void
}) => {
  const { t } = useTranslation('billing')
  if (settlements.length === 0) return null
  return (
    <Card flush title={t('settle.list')} className="overflow-hidden">
      <List className="pb-1">
        {settlements.map((settlement) => (
          <Row key={settlement.id} settlement={settlement} onUndo={() => onUndo(settlement.id)} />
        ))}
      </List>
      <MoreButton list={list} size="sm" centered="below" />
    </Card>
  )
}
