import { currencyExponent } from '@streamline/domain'
import papa from 'papaparse'
import type { HistoryEntry } from './history.presenter.ts'

const major = ({ amount, currency }: { amount: number; currency: string }) =>
  amount / 10 ** currencyExponent(currency)

/**
 * The history as a table (RFC 4180), a column per person with what changed for them. A cell that a spreadsheet would take for
 * a formula begins with an apostrophe.
 */
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
  const data = entries.map((entry) => [
    entry.on,
    entry.kind,
    entry.subscription?.name ?? '',
    entry.subscription?.startsOn ?? '',
    entry.subscription?.endsOn ?? '',
    entry.amount === null ? '' : major(entry.amount),
    (entry.amount ?? entry.changes[0]?.amount)?.currency ?? '',
    entry.people.map(({ memberId }) => nameOf(memberId)).join(', '),
    entry.method ?? '',
    entry.reference ?? '',
    entry.note ?? '',
    entry.takenBack ? 'yes' : '',
    ...people.map((id) => {
      const change = entry.changes.find(({ memberId }) => memberId === id)
      return change === undefined ? '' : major(change.amount)
    }),
  ])
  return `${papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
