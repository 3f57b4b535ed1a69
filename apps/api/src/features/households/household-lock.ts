import type { HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Tx } from '../../platform/postgres/postgres.ts'
import type { MemberRepository } from './member.repository.ts'

/**
 * Whoever changes who is in a household, and as what, goes one after the other; and who asked may have been removed or
 * got another role while they waited.
 */
export async function lockAs(members: MemberRepository, tx: Tx, caller: HouseholdActor): Promise<void> {
  await members.lockHousehold(tx, caller.id)
  const now = await members.one(caller.id, caller.memberId, tx)
  if (now === undefined || now.leftOn !== null) throw new ProblemError('not-found')
  if (now.role !== caller.role) throw new ProblemError('forbidden')
}
