import { itemsOf, useFormat, useHousehold } from '@streamline/client'
import {
  byMonth,
  historyFilters,
  type HistoryFilters,
  type HistorySearchChange,
  mayTakeBack,
  type Reversible,
  reversibleOf,
  useHistory,
  keptCharge,
} from '@streamline/client/billing'
import { getRouteApi } from '@tanstack/react-router'
import { ReceiptText, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { useKeptDrafts } from '../../design/kept-drafts.ts'
import { MoreButton } from '../../design/more-button.tsx'
import { List } from '../../design/list-row.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { ChargeSheet } from './charge-sheet.tsx'
import { HistoryDownload } from './history-download.tsx'
import { HistoryFilters as Filters } from './history-filters.tsx'
import { HistoryRow } from './history-row.tsx'
import { RatesCard } from './rates-card.tsx'
import { ReverseDialog } from './reverse-dialog.tsx'
import { UndoSettlementDialog } from './undo-settlement-dialog.tsx'

const route = getRouteApi('/household/shell/money')

const Entries = ({
  filters,
  isFiltered,
  onClear,
}: {
  filters: HistoryFilters
  isFiltered: boolean
  onClear: () => void
}) => {
  const { t } = useTranslation('history')
  const format = useFormat()
  const list = useHistory(filters)
  const viewer = useHousehold()
  const kept = useKeptDrafts()
  const [opened, setOpened] = useState(() => keptCharge(kept))
  const [reversing, setReversing] = useState<Reversible | null>(null)
  const [undoing, setUndoing] = useState<string | null>(null)
  const entries = itemsOf(list.data)

  if (list.isPending)
    return (
      <Card>
        <output className="sr-only">{t('loading')}</output>
        <SkeletonRows rows={6} />
      </Card>
    )
  if (list.error && entries.length === 0)
    return (
      <Card>
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      </Card>
    )
  if (entries.length === 0)
    return (
      <Card>
        {isFiltered ? (
          <Empty
            icon={SearchX}
            title={t('nothing')}
            action={
              <Button variant="secondary" onClick={onClear}>
                {t('filter.clear')}
              </Button>
            }
          >
            {t('nothingText')}
          </Empty>
        ) : (
          <Empty
            icon={ReceiptText}
            title={t('empty')}
            action={
              <ButtonLink to="/money" search={{}}>
                {t('toDue')}
              </ButtonLink>
            }
          >
            {t('emptyText')}
          </Empty>
        )}
      </Card>
    )
  return (
    <>
      {byMonth(entries).map(({ month, items }) => (
        <Card key={month} flush title={format.monthAndYear(month)} className="overflow-hidden">
          <List className="pb-1">
            {items.map((entry) => (
              <HistoryRow
                key={entry.id}
                entry={entry}
                onOpen={setOpened}
                onTakeBack={
                  mayTakeBack(viewer, entry)
                    ? () =>
                        entry.settlementId === null
                          ? setReversing(reversibleOf(entry))
                          : setUndoing(entry.settlementId)
                    : null
                }
              />
            ))}
          </List>
        </Card>
      ))}
      <MoreButton list={list} centered="alone" />
      <ChargeSheet chargeId={opened} onClose={() => setOpened(null)} />
      <ReverseDialog payment={reversing} onClose={() => setReversing(null)} />
      <UndoSettlementDialog settlementId={undoing} onClose={() => setUndoing(null)} />
    </>
  )
}

/** Everything that happened with the money, the newest first; a wrong entry is taken back, never erased. */
export const HistoryTab = () => {
  const { today } = useHousehold()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const filters = historyFilters(search)
  const change = (changed: HistorySearchChange) =>
    void navigate({
      search: (known) =>
        Object.fromEntries(
          Object.entries({ ...known, ...changed }).filter(([, value]) => value !== undefined),
        ),
      replace: true,
      resetScroll: false,
    })
  const clear = () => void navigate({ search: { tab: 'paid' }, replace: true, resetScroll: false })
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Filters search={search} today={today} onChange={change} />
        <HistoryDownload filters={filters} today={today} />
      </div>
      <Entries
        key={JSON.stringify(filters)}
        filters={filters}
        isFiltered={Object.keys(filters).length > 0}
        onClear={clear}
      />
      <RatesCard />
    </div>
  )
}
