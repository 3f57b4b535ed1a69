import { majorText, type Money } from '@streamline/domain'
import { csvOf, type Cell } from '../../../platform/csv/csv.ts'
import type { HistoryEntry } from './history.presenter.ts'

/** Without zeros at the end: a spreadsheet formats numbers itself. */
const decimalOf = (money: Money): Cell => {
  const text = majorText(money)
  return { decimal: text.includes('.') ? text.replace(/\.?0+$/, '') : text }
}

/** The history as a table, a column per person with what changed for them. */
export const historyCsv = (entries: readonly HistoryEntry[], names: ReadonlyMap<string, string>): string => {
  const people = [...new Set(entries.flatMap(({ changes }) => changes.map(({ memberId }) => memberId)))]
  const nameOf = (id: string) => names.get(id) ?? ''
  const fields = [
    'date',
    'kind',
    'subscription',
    'periodFrom',
    'periodUntil',
    'amount',
    'currency',
    'people',
    'method',
    'reference',
    'note',
    'takenBack',
    ...people.map(nameOf),
  ]
  const rows = entries.map((entry): [string, ...Cell[]] => [
    entry.on,
    entry.kind,
    entry.subscription?.name ?? '',
    entry.subscription?.startsOn ?? '',
    entry.subscription?.endsOn ?? '',
    entry.amount === null ? null : decimalOf(entry.amount),
    (entry.amount ?? entry.changes[0]?.amount)?.currency ?? '',
    entry.people.map(({ memberId }) => nameOf(memberId)).join(', '),
    entry.method ?? '',
    entry.reference ?? '',
    entry.note ?? '',
    entry.takenBack ? 'yes' : '',
    ...people.map((id) => {
      const change = entry.changes.find(({ memberId }) => memberId === id)
      return change === undefined ? null : decimalOf(change.amount)
    }),
  ])
  return csvOf(fields, rows)
}
