import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import { Ticks } from '../../platform/clock/ticks.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { AccessTokens } from './access-tokens.ts'
import { RefreshTokens } from './refresh-tokens.ts'
import { SessionRepository, type FamilyRow, type Transport } from './session.repository.ts'

const DAY = 86_400_000
const IDLE = 60 * DAY
const ABSOLUTE = 365 * DAY
/** How long a token may be shown again because the answer to its first use was lost. */
const GRACE = 10_000
const KEPT_AFTER_END = 30 * DAY

/** Where a sign-in comes from. */
export interface ClientContext {
  transport: Transport
  userAgent: string | null
  address: string
}

export interface IssuedTokens {
  userId: string
  accessToken: string
  accessTokenExpiresAt: string
  refreshToken: string
}

/** Sessions and their refresh tokens: one family per session, each token good for one exchange. */
@Injectable()
export class SessionsService implements OnModuleInit {
  private readonly log = new Logger('Sessions')

  constructor(
    private readonly sessions: SessionRepository,
    private readonly refreshTokens: RefreshTokens,
    private readonly accessTokens: AccessTokens,
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
    await this.sessions.insert(on, { id, userId, ...client, createdAt: iso(now), ...until })
    await this.sessions.insertToken(on, this.refreshTokens.hashOf(refreshToken), id, iso(now))
    return this.issue(userId, id, refreshToken)
  }

  /** Exchanges a token. One that was used before ends the whole family, but for the grace. */
  async refresh(token: string, transport: Transport): Promise<IssuedTokens> {
    const exchanged = await this.postgres.transaction((tx) => this.exchange(tx, token, transport))
    if (exchanged === undefined) throw new ProblemError('session-ended')
    return this.issue(exchanged.userId, exchanged.sessionId, exchanged.successor)
  }

  async endByToken(token: string): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      const family = await this.sessions.lockFamily(tx, this.refreshTokens.hashOf(token), this.clock.nowIso())
      if (family !== undefined) await this.sessions.end(tx, family.id, this.clock.nowIso(), 'sign-out')
    })
  }

  async end(sessionId: string): Promise<void> {
    await this.sessions.end(this.postgres, sessionId, this.clock.nowIso(), 'sign-out')
  }

  private async exchange(tx: Tx, token: string, transport: Transport) {
    const now = this.clock.now()
    const hash = this.refreshTokens.hashOf(token)
    const family = await this.sessions.lockFamily(tx, hash, iso(now))
    if (family === undefined || !family.isLive || family.transport !== transport) return undefined
    const known = await this.sessions.token(tx, hash)
    const successor = this.refreshTokens.successorOf(token)
    const successorHash = this.refreshTokens.hashOf(successor)
    if (known === undefined) return undefined
    if (known.usedAt === null) {
      await this.sessions.useToken(tx, hash, iso(now), successorHash)
      await this.sessions.insertToken(tx, successorHash, family.id, iso(now))
      await this.sessions.seen(tx, family.id, iso(now), iso(now + IDLE))
    } else {
      const isHonest = now - Date.parse(known.usedAt) <= GRACE && !known.isSuccessorUsed
      if (!isHonest || !known.successorHash?.equals(successorHash)) return this.endStolen(tx, family, now)
      await this.sessions.repeatToken(tx, hash)
    }
    return { userId: family.userId, sessionId: family.id, successor }
  }

  private async endStolen(tx: Tx, { id, userId }: FamilyRow, now: number): Promise<undefined> {
    await this.sessions.end(tx, id, iso(now), 'token-reuse')
    this.log.warn({ event: 'refresh-token-reuse', userId, sessionId: id })
  }

  private async issue(userId: string, sessionId: string, refreshToken: string): Promise<IssuedTokens> {
    const { token, expiresAt } = await this.accessTokens.issue(userId, sessionId)
    return { userId, accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken }
  }
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()
