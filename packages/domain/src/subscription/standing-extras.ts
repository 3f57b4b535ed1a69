import { actsThatStand } from './act.ts'
import type { ActRecord } from './act.ts'
import type { StandingExtra } from './extra.ts'

/** What was added beside the periods and stands, in the order in which it was said. */
export function extrasOf(records: readonly ActRecord[]): StandingExtra[] {
  const numbers = new Map<string, number>()
  for (const { id, act } of records) if (act.kind === 'charged') numbers.set(id, -1 - numbers.size)
  return actsThatStand(records).acts.flatMap(({ id, act }) => {
    const number = numbers.get(id)
    return act.kind === 'charged' && number !== undefined ? [{ ...act.extra, id, number }] : []
  })
}
