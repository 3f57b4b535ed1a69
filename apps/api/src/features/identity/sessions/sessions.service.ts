import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import type { RequestOrigin } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import { AccessTokensService } from './access-tokens.service.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { LettersService } from '../letters/letters.service.ts'
import { sessionCopiedMail } from '../../letters/notice.mail.ts'
import { isSameDevice } from '../../../platform/http/whereabouts.ts'
import { RefreshTokensService } from './refresh-tokens.service.ts'
import { SessionRepository, type EndReason, type FamilyRow } from './session.repository.ts'
import type { ClientContext, IssuedTokens } from './session.types.ts'

const DAY = 86_400_000
const IDLE = 60 * DAY
const ABSOLUTE = 365 * DAY
/** How long a device may show a token again because the answer was lost: a lid closed on Friday evening opens on Monday. */
const GRACE = 3 * DAY
const KEPT_AFTER_END = 30 * DAY

/** Sessions and their refresh tokens: one family per session, each token good for one exchange. */
@Injectable()
export class SessionsService implements OnModuleInit {
  private readonly log = new Logger('Sessions')

  constructor(
    private readonly sessions: SessionRepository,
    private readonly refreshTokens: RefreshTokensService,
    private readonly accessTokens: AccessTokensService,
    private readonly audit: AuditService,
    private readonly letters: LettersService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    const run = (now: number) => this.sessions.purge(iso(now - KEPT_AFTER_END))
    this.ticks.register({ name: 'sessions', run })
  }

  async start(on: Queries, userId: string, client: ClientContext): Promise<IssuedTokens> {
    const now = this.clock.now()
    const id = v7()
    const refreshToken = this.refreshTokens.first()
    const until = { idleUntil: iso(now + IDLE), absoluteUntil: iso(now + ABSOLUTE) }
    const { transport, userAgent, address } = client
    await this.sessions.insert(on, {
      id,
      userId,
      transport,
      userAgent,
      address,
      createdAt: iso(now),
      ...until,
    })
    await this.sessions.insertToken(on, this.refreshTokens.hashOf(refreshToken), id, iso(now))
    return this.issue(userId, id, refreshToken)
  }

  /**
   * Exchanges a token. One that was used before is answered again to the device that used it, as long as what it was
   * exchanged for never was; otherwise two hold it, and the whole family ends.
   */
  async refresh(token: string, client: ClientContext): Promise<IssuedTokens> {
    const exchanged = await this.postgres.transaction((tx) => this.exchange(tx, token, client))
    if (exchanged === undefined) throw new ProblemError('session-ended')
    return this.issue(exchanged.userId, exchanged.sessionId, exchanged.successor)
  }

  async endByToken(token: string, origin: RequestOrigin, because: EndReason = 'sign-out'): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      const family = await this.sessions.lockFamily(tx, this.refreshTokens.hashOf(token), this.clock.nowIso())
      if (family !== undefined) await this.endIn(tx, family.id, because, origin)
    })
  }

  /** A browser that signs in has one session: the one before ends. */
  async endFormer(token: string | undefined, origin: RequestOrigin): Promise<void> {
    if (token !== undefined) await this.endByToken(token, origin, 'signed-in-again')
  }

  async end(sessionId: string, origin: RequestOrigin, because: EndReason = 'sign-out'): Promise<void> {
    await this.postgres.transaction((tx) => this.endIn(tx, sessionId, because, origin))
  }

  /** The session that a token belongs to, ended or not. */
  idOf(token: string): Promise<string | undefined> {
    return this.postgres.transaction(async (tx) => {
      const hash = this.refreshTokens.hashOf(token)
      return (await this.sessions.lockFamily(tx, hash, this.clock.nowIso()))?.id
    })
  }

  /** Ends every session of a person, but one of theirs if they keep it. Answers how many. */
  endAllOf(on: Queries, userId: string, because: EndReason, but: string | null = null): Promise<number> {
    return this.sessions.endAllOf(on, userId, this.clock.nowIso(), because, but)
  }

  /** The person has just proved again who they are. */
  async confirm(on: Queries, sessionId: string): Promise<void> {
    await this.sessions.confirm(on, sessionId, this.clock.nowIso())
  }

  /** Where the person signed in before, ended sessions included as long as they are kept. */
  whereaboutsOf(userId: string, on: Queries = this.postgres): Promise<RequestOrigin[]> {
    return this.sessions.whereaboutsOf(on, userId)
  }

  private async endIn(tx: Tx, id: string, because: EndReason, origin: RequestOrigin): Promise<void> {
    const userId = await this.sessions.end(tx, id, this.clock.nowIso(), because)
    if (userId === undefined) return
    await this.audit.record({ event: 'signed-out', actorId: userId, subjectId: userId, origin }, tx)
  }

  private async exchange(tx: Tx, token: string, client: ClientContext) {
    const now = this.clock.now()
    const hash = this.refreshTokens.hashOf(token)
    const family = await this.sessions.lockFamily(tx, hash, iso(now))
    if (family === undefined || !family.isLive || family.transport !== client.transport) return undefined
    const known = await this.sessions.token(tx, hash)
    const successor = this.refreshTokens.successorOf(token)
    const successorHash = this.refreshTokens.hashOf(successor)
    if (known === undefined) return undefined
    if (known.usedAt === null) {
      await this.sessions.useToken(tx, hash, iso(now), successorHash)
      await this.sessions.insertToken(tx, successorHash, family.id, iso(now))
      await this.sessions.seen(tx, family.id, iso(now), iso(now + IDLE), client)
    } else {
      const isHonest = !known.isSuccessorUsed && isSameDevice(family.userAgent, client.userAgent)
      if (!isHonest) return this.endStolen(tx, family, now, client)
      // Nobody else has shown anything: they sign in again, and that is all.
      if (now - Date.parse(known.usedAt) > GRACE)
        return void (await this.sessions.end(tx, family.id, iso(now), 'answer-lost'))
      // Exchanged under another APP_SECRET: nobody can say any more for what.
      if (known.successorHash?.equals(successorHash) !== true) return undefined
      await this.sessions.repeatToken(tx, hash)
    }
    return { userId: family.userId, sessionId: family.id, successor }
  }

  private async endStolen(
    tx: Tx,
    { id, userId }: FamilyRow,
    now: number,
    origin: RequestOrigin,
  ): Promise<undefined> {
    await this.sessions.end(tx, id, iso(now), 'token-reuse')
    await this.audit.record(
      { event: 'refresh-reused', subjectId: userId, origin, detail: { sessionId: id } },
      tx,
    )
    await this.letters.noticeTo(tx, sessionCopiedMail, userId)
    this.log.warn({ event: 'refresh-token-reuse', userId, sessionId: id })
  }

  private async issue(userId: string, sessionId: string, refreshToken: string): Promise<IssuedTokens> {
    const { token, expiresAt } = await this.accessTokens.issue(userId, sessionId)
    return { userId, accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken }
  }
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()
