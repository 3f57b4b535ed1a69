import { type Settlement, useFormat } from '@streamline/client'
import { useArrival, useMethodName, type useSettlements, useSettlementText } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { Badge, type BadgeTone } from '../../design/badge.tsx'
import { Button, IconButton } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { Check, Undo2, X } from '../../design/icons.ts'
import { MoreButton } from '../../design/more-button.tsx'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'

const Waiting = ({ settlement, onUndo }: { settlement: Settlement; onUndo: () => void }) => {
  const { t } = useTranslation('billing')
  const { says, about, busy, arrived } = useArrival(settlement)
  const { from, fromName, note } = settlement
  return (
    <View className="gap-3 py-2">
      <View className="flex-row items-center gap-3">
        <Avatar id={from} name={fromName} />
        <View className="min-w-0 flex-1">
          <Text weight="semibold">{says}</Text>
          {note ? (
            <Text size="sm" tone="muted">
              {note}
            </Text>
          ) : null}
        </View>
      </View>
      <View className="flex-row flex-wrap gap-2">
        <Button
          size="sm"
          className="grow"
          icon={Check}
          busy={busy}
          label={`${t('settle.confirm')}: ${about}`}
          onPress={arrived}
        >
          {t('settle.confirm')}
        </Button>
        <Button
          size="sm"
          className="grow"
          variant="secondary"
          icon={X}
          label={`${t('settle.notArrived')}: ${about}`}
          onPress={onUndo}
        >
          {t('settle.notArrived')}
        </Button>
      </View>
    </View>
  )
}

/** Money that somebody says they gave; the receiver says whether it arrived. */
export const WaitingCard = ({
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
    <Card title={t('settle.waiting')} className="border-brand/40">
      {waiting.map((settlement) => (
        <Waiting key={settlement.id} settlement={settlement} onUndo={() => onUndo(settlement.id)} />
      ))}
    </Card>
  )
}

const tones: Record<Settlement['state'], BadgeTone> = {
  recorded: 'warn',
  confirmed: 'positive',
  undone: 'neutral',
}

const Row = ({ settlement, onUndo }: { settlement: Settlement; onUndo: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const methodName = useMethodName()
  const text = useSettlementText()
  const { from, fromName, toName, amount, converted, settledOn, method, reference, note, state } = settlement
  const about = [
    converted === null ? null : format.money(converted.amount),
    format.date(settledOn),
    method === null ? null : methodName(method),
    reference,
  ]
  return (
    <View className="flex-row items-start gap-3 px-5 py-3.5">
      <Avatar id={from} name={fromName} />
      <View className="min-w-0 flex-1 gap-0.5">
        <Text weight="semibold">{text(settlement)}</Text>
        <Text size="sm" tone="muted">
          {about.filter(Boolean).join(' · ')}
        </Text>
        <Badge tone={tones[state]}>{t(`settle.state.${state}`)}</Badge>
        {note ? (
          <Text size="sm" tone="faint" numberOfLines={2}>
            {note}
          </Text>
        ) : null}
      </View>
      <View className="items-end">
        <Money
          value={amount}
          tone={state === 'undone' ? 'muted' : 'ink'}
          {...(state === 'undone' ? { className: 'line-through' } : {})}
        />
        {settlement.mayUndo ? (
          <IconButton
            icon={Undo2}
            label={t('settle.undoOf', { amount: format.money(amount), from: fromName, to: toName })}
            onPress={onUndo}
          />
        ) : null}
      </View>
    </View>
  )
}

/** What people gave each other, the newest first. */
export const SettlementsCard = ({
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
    <Card flush title={t('settle.list')}>
      {settlements.map((settlement, at) => (
        <View key={settlement.id}>
          {at > 0 ? <Hairline /> : null}
          <Row settlement={settlement} onUndo={() => onUndo(settlement.id)} />
        </View>
      ))}
      <MoreButton list={list} />
    </Card>
  )
}
