import type { overviewSchema } from '@streamline/contract'
import { compareNamed, monthlyCost, type CalendarDate, type Unused } from '@streamline/domain'
import type * as z from 'zod'
import { presentSubject, type OverviewSubject } from './overview-subject.ts'

type UnusedAnswer = z.infer<typeof overviewSchema>['unused'][number]

/** One that nobody uses, and whether the viewer may end it. */
export interface UnusedSubject {
  readonly subject: OverviewSubject
  readonly unused: Unused
  readonly mayChange: boolean
}

/** The longest unused are named. */
const SHOWN = 10

export const unusedSubjects = (
  subjects: readonly OverviewSubject[],
  unused: ReadonlyMap<string, Unused>,
  changeable: ReadonlySet<string>,
): UnusedSubject[] =>
  subjects.flatMap((subject) => {
    const found = unused.get(subject.id)
    return found === undefined ? [] : [{ subject, unused: found, mayChange: changeable.has(subject.id) }]
  })

export const presentUnused = (found: readonly UnusedSubject[], today: CalendarDate): UnusedAnswer[] =>
  found
    .map(({ subject, unused: { days, lastUsedOn }, mayChange }) => ({
      ...presentSubject(subject),
      days,
      lastUsedOn,
      monthlyCost: monthlyCost(subject.facts.terms, today),
      mayCancel: mayChange,
    }))
    .toSorted((one, other) => other.days - one.days || compareNamed(one, other))
    .slice(0, SHOWN)
