import { isCalendarDate } from '@streamline/domain'
import type { HistoryEntry } from '../answers.ts'
import type { HistoryFilters } from './history.queries.ts'

/** What of the history is asked for, as an address holds it. */
export interface HistorySearch {
  /** A subscription's id. */
  readonly of?: string
  /** A member's id. */
  readonly member?: string
  readonly kind?: HistoryEntry['kind']
  readonly from?: string
  readonly until?: string
}

/** Another value, or none any more. */
export type HistorySearchChange = { [Key in keyof HistorySearch]: HistorySearch[Key] | undefined }

const kinds = [
  'payment',
  'reversal',
  'refund',
  'credit',
  'correction',
  'split',
  'void',
  'restored',
  'settlement',
  'settlementUndone',
] as const satisfies readonly HistoryEntry['kind'][]

const amongPeople = new Set<HistoryEntry['kind']>(['split', 'settlement', 'settlementUndone'])

/** What may have happened; to who is alone nothing happens between people. */
export const historyKinds = (several: boolean): readonly HistoryEntry['kind'][] =>
  kinds.filter((kind) => several || !amongPeople.has(kind))

export const historyFilters = ({ of, member, kind, from, until }: HistorySearch): HistoryFilters => ({
  ...(of === undefined ? {} : { subscriptionId: of }),
  ...(member === undefined ? {} : { memberId: member }),
  ...(kind === undefined ? {} : { kind }),
  ...(isCalendarDate(from) ? { from } : {}),
  ...(isCalendarDate(until) ? { until } : {}),
})

/** What is asked for after a change; what is asked no more is left out. */
export const changedSearch = (known: HistorySearch, change: HistorySearchChange): HistorySearch =>
  Object.fromEntries(Object.entries({ ...known, ...change }).filter(([, value]) => value !== undefined))
