// Arbitraries for the tests of splits and of what is posted by them.
import * as fc from 'fast-check'
import { dateOfEpochDay, epochDayOf } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { on } from '../test-drafts.ts'
import { ALWAYS } from './split-history.ts'
import type { Split, SplitHistory } from './split-history.ts'

export const people = ['asha', 'meera', 'ravi', 'tara']

/** A period of 30 days that the histories below change before, in and after. */
export const april = { startsOn: on('2026-04-01'), endsOn: on('2026-05-01') }
export const aprilDay = (day: number): CalendarDate => dateOfEpochDay(epochDayOf(april.startsOn) + day)

const some = fc.subarray(people, { minLength: 1 })
const weighted = (max: number) =>
  fc
    .tuple(some, fc.array(fc.nat({ max }), { minLength: 4, maxLength: 4 }))
    .map(([ids, weights]) => ids.map((id, at) => ({ id, weight: (weights[at] ?? 0) + (at === 0 ? 1 : 0) })))

/** Every kind of split; zero weights and percents among them, never all zero. */
export const anySplit: fc.Arbitrary<Split> = fc.oneof(
  fc.constant<Split>({ kind: 'payer' }),
  some.map((memberIds): Split => ({ kind: 'equal', memberIds })),
  weighted(9).map((parts): Split => ({
    kind: 'shares',
    weights: parts.map(({ id, weight }) => ({ memberId: id, weight })),
  })),
  fc.nat({ max: 10_000 }).map((basisPoints): Split => ({
    kind: 'percent',
    parts: [
      { memberId: 'asha', basisPoints },
      { memberId: 'tara', basisPoints: 10_000 - basisPoints },
    ],
  })),
  weighted(50_000).map((parts): Split => ({
    kind: 'exact',
    parts: parts.map(({ id, weight }) => ({ memberId: id, amount: weight })),
  })),
)

export const anyHistory: fc.Arbitrary<SplitHistory> = fc
  .tuple(anySplit, fc.uniqueArray(fc.integer({ min: -20, max: 45 }), { maxLength: 4 }), fc.array(anySplit))
  .map(([first, days, splits]): SplitHistory => [
    { fromOn: ALWAYS, split: first },
    ...days
      .toSorted((a, b) => a - b)
      .map((day, at) => ({ fromOn: aprilDay(day), split: splits[at] ?? first })),
  ])
