import type { CalendarDate } from '../time/calendar.ts'
import { actsThatStand } from './act.ts'
import type { Act, ActRecord, StandingAct } from './act.ts'
import { endedBy } from './fold.ts'
import type { Extra, StandingExtra } from './extra.ts'

/** What an act charges beside the periods. */
const extraOf = (act: Act): Extra | undefined =>
  act.kind === 'charged' ? act.extra : act.kind === 'cancelled' ? act.exitFee : undefined

/** Who stays after all pays no exit fee: the cancellation was taken back, or another came in its place, or it was recharged before it was over. */
const isStaying = (later: readonly StandingAct[], leavesOn: CalendarDate): boolean => {
  const next = later.find(({ act: { kind } }) =>
    ['reactivated', 'cancelled', 'recharged', 'ended'].includes(kind),
  )?.act
  if (next?.kind === 'recharged') return next.renewedOn < leavesOn
  return next?.kind === 'reactivated' || next?.kind === 'cancelled'
}

/** What was added beside the periods and stands, in the order in which it was said. An exit fee is of the day on which leaving takes effect. */
export function extrasOf(records: readonly ActRecord[]): StandingExtra[] {
  const numbers = new Map<string, number>()
  for (const { id, act } of records) if (extraOf(act) !== undefined) numbers.set(id, -1 - numbers.size)
  const { acts } = actsThatStand(records)
  return acts.flatMap(({ id, act }, at) => {
    const extra = extraOf(act)
    const number = numbers.get(id)
    if (extra === undefined || number === undefined) return []
    if (act.kind !== 'cancelled') return [{ ...extra, id, number }]
    const day = endedBy(records, id) ?? extra.startsOn
    if (isStaying(acts.slice(at + 1), day)) return []
    return [{ ...extra, startsOn: day, dueOn: day, id, number }]
  })
}
