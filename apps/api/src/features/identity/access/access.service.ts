import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.ts'
import { AccessControl, type AccessQuestion } from '../../../platform/http/access-control.ts'
import type { Actor, HouseholdActor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import { ifPossible } from '../../../platform/postgres/outage.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { AccessTokensService, type AccessClaims } from '../sessions/access-tokens.service.ts'
import { API_KEY_PREFIX, USE_NOTED_EVERY } from '../api-keys/api-key.types.ts'
import { ApiKeysService } from '../api-keys/api-keys.service.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { FRESH_FOR, isFresh } from '../../../platform/http/freshness.ts'
import { SessionRepository, type ActorRow } from '../sessions/session.repository.ts'

/** Refusals that are written down; more of them by one person say nothing new. */
const RECORDED_REFUSALS = { name: 'recorded-refusals', most: 60, windowMs: 3_600_000 }

/** Who calls, and whether the route is theirs. */
@Injectable()
export class AccessService extends AccessControl {
  constructor(
    private readonly tokens: AccessTokensService,
    private readonly apiKeys: ApiKeysService,
    private readonly sessions: SessionRepository,
    private readonly households: HouseholdsService,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {
    super()
  }

  async admit(question: AccessQuestion): Promise<Actor> {
    const { actor, isAllowed } = await this.callerOf(question)
    if (!isAllowed || !this.hasRight(actor, question)) {
      await this.refused(actor, question.route)
      throw new ProblemError('forbidden')
    }
    if (question.fresh && !isFresh(actor.confirmedAt, this.clock.now()))
      throw new ProblemError(
        'fresh-sign-in-needed',
        `Confirm that it is you; it then holds ${FRESH_FOR / 60_000} minutes.`,
      )
    return actor
  }

  async refused({ userId, apiKeyId, origin, household }: Actor, route: string): Promise<void> {
    if ((await this.limits.take(RECORDED_REFUSALS, userId)).wait > 0) return
    const detail = {
      route,
      ...(household === null ? {} : { householdId: household.id }),
      ...(apiKeyId === null ? {} : { apiKeyId }),
    }
    await this.audit.record({ event: 'access-denied', actorId: userId, subjectId: userId, origin, detail })
  }

  /** What a bearer token says, without asking whether its session lives. */
  async claimsOf(authorization: string | undefined): Promise<AccessClaims | undefined> {
    const token = bearerOf(authorization)
    return token === undefined ? undefined : this.tokens.verify(token)
  }

  private async callerOf(question: AccessQuestion): Promise<{ actor: Actor; isAllowed: boolean }> {
    const bearer = bearerOf(question.authorization)
    if (bearer?.startsWith(API_KEY_PREFIX)) return this.scriptOf(bearer, question)
    const claims = await this.claimsOf(question.authorization)
    if (claims === undefined) throw new ProblemError('unauthenticated')
    const row = await this.sessions.actor(claims.sessionId, question.householdId, this.clock.nowIso())
    if (row === undefined) throw new ProblemError('session-ended')
    const { sessionId } = claims
    await this.noteUse(sessionId, row, question)
    return { actor: actorOf(row, question, { sessionId, apiKeyId: null }), isAllowed: true }
  }

  private async noteUse(sessionId: string, { lastSeenAt }: ActorRow, { origin }: AccessQuestion) {
    const now = this.clock.now()
    if (lastSeenAt === null || now - Date.parse(lastSeenAt) < USE_NOTED_EVERY) return
    const unlessSince = new Date(now - USE_NOTED_EVERY).toISOString()
    await ifPossible(() => this.sessions.used(sessionId, this.clock.nowIso(), unlessSince, origin))
  }

  private async scriptOf(
    key: string,
    question: AccessQuestion,
  ): Promise<{ actor: Actor; isAllowed: boolean }> {
    const principal = await this.apiKeys.principalOf(key)
    if (principal === undefined) throw new ProblemError('unauthenticated')
    const { householdId, scope } = question
    const row = await this.sessions.actorOfUser(principal.userId, householdId, this.clock.nowIso())
    if (row === undefined) throw new ProblemError('unauthenticated')
    const actor = actorOf(row, question, { sessionId: null, apiKeyId: principal.id })
    return { actor, isAllowed: scope !== null && principal.scopes.has(scope) }
  }

  private hasRight(actor: Actor, { access, householdId }: AccessQuestion): boolean {
    if (access === 'user') return true
    if ('platform' in access) return actor.permissions.has(access.platform)
    if (householdId === null) return true
    if (actor.household === null) throw new ProblemError('not-found')
    return this.households.may(actor.household, access.household)
  }
}

const bearerOf = (authorization: string | undefined) =>
  /^Bearer +([\w.-]{1,2000})$/i.exec(authorization ?? '')?.[1]

const NO_PERMISSIONS: ReadonlySet<string> = new Set()

const actorOf = (
  row: ActorRow,
  { origin }: AccessQuestion,
  by: Pick<Actor, 'sessionId' | 'apiKeyId'>,
): Actor => ({
  ...by,
  userId: row.userId,
  name: row.name,
  email: row.email,
  emailVerified: row.emailVerified,
  demo: row.demo,
  confirmedAt: row.confirmedAt,
  origin,
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
