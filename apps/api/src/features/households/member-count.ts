import { ProblemError } from '../../platform/http/problem.ts'
import type { Tx } from '../../platform/postgres/postgres.ts'
import type { MemberRepository } from './member.repository.ts'

/** Far more than share plans; a bound keeps a link that was passed around from filling a household. */
const MOST_PEOPLE = 50

/** The household is locked, so that two who come at once are counted one after the other. */
export async function assertRoom(members: MemberRepository, tx: Tx, householdId: string): Promise<void> {
  if ((await members.countPresent(tx, householdId)) < MOST_PEOPLE) return
  throw new ProblemError('too-many-kept', `A household has at most ${MOST_PEOPLE} people.`)
}
