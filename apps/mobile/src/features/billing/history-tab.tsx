import { itemsOf, type HistoryEntry, useFormat, useHousehold } from '@streamline/client'
import {
  byMonth,
  changedSearch,
  historyFilters,
  type HistorySearch,
  type HistorySearchChange,
  mayTakeBack,
  type Reversible,
  reversibleOf,
  useHistory,
  useHistoryText,
} from '@streamline/client/billing'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { AvatarStack } from '../../design/avatar.tsx'
import { Badge } from '../../design/badge.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button, IconButton } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { ReceiptText, SearchX, Undo2 } from '../../design/icons.ts'
import { MoreButton } from '../../design/more-button.tsx'
import { Money } from '../../design/money.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'
import { ChargeSheet } from './charge-sheet.tsx'
import { HistoryFilters } from './history-filters.tsx'
import { TakingBackSheet, UndoSettlementSheet } from './taking-back-sheet.tsx'

/** One entry of the ledger: what happened, and what it changed between people. */
const HistoryRow = ({
  entry,
  onOpen,
  onTakeBack,
}: {
  entry: HistoryEntry
  /** Opens the charge it belongs to. */
  onOpen: (chargeId: string) => void
  /** Null where it cannot be taken back, or not by who looks. */
  onTakeBack: (() => void) | null
}) => {
  const { t } = useTranslation('history')
  const format = useFormat()
  const { sentence, changes, details } = useHistoryText()
  const { subscription, people, amount, on, note, kind, takenBack } = entry
  const isReturn = kind === 'reversal' || kind === 'settlementUndone'
  const faded = takenBack || isReturn
  const about = [
    subscription === null ? null : format.period(subscription.startsOn, subscription.endsOn),
    details(entry),
    note,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Pressable
      accessibilityRole={subscription === null ? 'text' : 'button'}
      disabled={subscription === null}
      onPress={() => (subscription === null ? undefined : onOpen(subscription.chargeId))}
      className="flex-row items-start gap-3 px-5 py-3.5 active:bg-sunken"
    >
      <View className="w-11 items-center">
        {subscription === null ? (
          <AvatarStack
            people={people.map(({ memberId, memberName }) => ({ id: memberId, name: memberName }))}
          />
        ) : (
          <BrandTile name={subscription.name} color={subscription.brandColor} look={subscription.look} />
        )}
      </View>
      <View className="min-w-0 flex-1 gap-0.5">
        <Text weight="semibold">{subscription?.name ?? sentence(entry)}</Text>
        {subscription === null ? null : <Text size="sm">{sentence(entry)}</Text>}
        {about === '' ? null : (
          <Text size="sm" tone="faint">
            {about}
          </Text>
        )}
        {takenBack ? <Badge>{t('takenBack')}</Badge> : null}
        {isReturn ? <Badge tone="warn">{t(`kind.${kind}`)}</Badge> : null}
        {changes(entry).map(({ id, gets, text }) => (
          <Text key={id} size="sm" weight="medium" tone={faded ? 'muted' : gets ? 'positive' : 'danger'}>
            {text}
          </Text>
        ))}
      </View>
      <View className="items-end">
        {amount ? (
          <Money
            value={amount}
            tone={faded ? 'muted' : 'ink'}
            {...(takenBack ? { className: 'line-through' } : {})}
          />
        ) : null}
        <Text size="sm" tone="muted">
          {format.shortDate(on)}
        </Text>
        {onTakeBack === null ? null : (
          <IconButton
            icon={Undo2}
            label={t('takeBack', {
              what: subscription?.name ?? sentence(entry),
              amount: amount ? format.money({ ...amount, amount: Math.abs(amount.amount) }) : '',
            })}
            onPress={onTakeBack}
          />
        )}
      </View>
    </Pressable>
  )
}

const Entries = ({ search, onClear }: { search: HistorySearch; onClear: () => void }) => {
  const { t } = useTranslation('history')
  const format = useFormat()
  const filters = historyFilters(search)
  const list = useHistory(filters)
  const viewer = useHousehold()
  const [opened, setOpened] = useState<string | null>(null)
  const [reversing, setReversing] = useState<Reversible | null>(null)
  const [undoing, setUndoing] = useState<string | null>(null)
  const entries = itemsOf(list.data)
  const takeBack = (entry: HistoryEntry): void =>
    entry.settlementId === null ? setReversing(reversibleOf(entry)) : setUndoing(entry.settlementId)
  if (list.isPending) return <SkeletonCard count={6} />
  if (list.error && entries.length === 0)
    return (
      <Card>
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      </Card>
    )
  if (entries.length === 0)
    return (
      <Card>
        {Object.keys(filters).length > 0 ? (
          <Empty
            icon={SearchX}
            title={t('nothing')}
            text={t('nothingText')}
            action={
              <Button variant="secondary" onPress={onClear}>
                {t('filter.clear')}
              </Button>
            }
          />
        ) : (
          <Empty icon={ReceiptText} title={t('empty')} text={t('emptyText')} />
        )}
      </Card>
    )
  return (
    <>
      {byMonth(entries).map(({ month, items }) => (
        <Card key={month} flush title={format.monthAndYear(month)}>
          {items.map((entry, at) => (
            <View key={entry.id}>
              {at > 0 ? <Hairline /> : null}
              <HistoryRow
                entry={entry}
                onOpen={setOpened}
                onTakeBack={mayTakeBack(viewer, entry) ? () => takeBack(entry) : null}
              />
            </View>
          ))}
        </Card>
      ))}
      <MoreButton list={list} />
      <ChargeSheet chargeId={opened} onClose={() => setOpened(null)} />
      <TakingBackSheet payment={reversing} onClose={() => setReversing(null)} />
      <UndoSettlementSheet settlementId={undoing} onClose={() => setUndoing(null)} />
    </>
  )
}

/** Everything that happened with the money, the newest first; a wrong entry is taken back, never erased. */
export const HistoryTab = () => {
  const [search, setSearch] = useState<HistorySearch>({})
  const change = (changed: HistorySearchChange): void => setSearch((known) => changedSearch(known, changed))
  return (
    <>
      <HistoryFilters search={search} onChange={change} onClear={() => setSearch({})} />
      <Entries search={search} onClear={() => setSearch({})} />
    </>
  )
}
