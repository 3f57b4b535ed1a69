import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import { AccessControl, type AccessQuestion } from '../../platform/http/access-control.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { AccessTokens, type AccessClaims } from './access-tokens.ts'
import { SessionRepository, type ActorRow } from './session.repository.ts'

/** Who calls, and whether the route is theirs. */
@Injectable()
export class AccessService extends AccessControl {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionRepository,
    private readonly households: HouseholdsService,
    private readonly clock: Clock,
  ) {
    super()
  }

  async admit({ authorization, right, householdId }: AccessQuestion): Promise<Actor> {
    const claims = await this.claimsOf(authorization)
    if (claims === undefined) throw new ProblemError('unauthenticated')
    const row = await this.sessions.actor(claims.sessionId, householdId, this.clock.nowIso())
    if (row === undefined) throw new ProblemError('session-ended')
    const actor = actorOf(claims, row)
    if (right !== null && householdId !== null) this.households.require(actor, right)
    return actor
  }

  /** What a bearer token says, without asking whether its session lives. */
  async claimsOf(authorization: string | undefined): Promise<AccessClaims | undefined> {
    const [, token] = /^Bearer +([\w.-]{1,2000})$/i.exec(authorization ?? '') ?? []
    return token === undefined ? undefined : this.tokens.verify(token)
  }
}

const NO_PERMISSIONS: ReadonlySet<string> = new Set()

const actorOf = ({ sessionId }: AccessClaims, row: ActorRow): Actor => ({
  userId: row.userId,
  name: row.name,
  sessionId,
  demo: row.demo,
  permissions: row.permissions.length === 0 ? NO_PERMISSIONS : new Set(row.permissions),
  household: row.householdId === null ? null : householdActorOf(row.householdId, row),
})

const householdActorOf = (id: string, row: ActorRow): HouseholdActor => ({
  id,
  memberId: row.memberId,
  role: row.role,
  name: row.householdName,
  country: row.country,
  currency: row.currency,
  timeZone: row.timeZone,
  revision: row.revision,
})
