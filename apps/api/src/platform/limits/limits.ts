import { createHash } from 'node:crypto'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import { ProblemError } from '../http/problem.ts'
import { Postgres, type Queries } from '../postgres/postgres.ts'
import { LimitRepository } from './limit.repository.ts'

/** At most so many at once, and as many again spread over the window. */
export interface Limit {
  readonly name: string
  readonly most: number
  readonly windowMs: number
}

/** A limit and whose it is. */
export type Claim = readonly [limit: Limit, ...whose: string[]]

/** What a limit answered. */
export interface Taken {
  /** Seconds to wait; 0 when it was there to take. */
  readonly wait: number
  readonly claim: Claim
  /** Until when it counts, in milliseconds since 1970; 0 when it was refused and counts not at all. */
  readonly countsUntil: number
}

/**
 * How often something may be tried, kept in PostgreSQL so that every process counts the same (GCRA: one row and one
 * statement per question).
 */
@Injectable()
export class Limits implements OnModuleInit {
  constructor(
    private readonly repository: LimitRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.ticks.register({ name: 'limits', run: () => this.repository.purge(this.clock.nowIso()) })
  }

  /** Takes one of `whose` limit, or says how long to wait. */
  take(limit: Limit, ...whose: readonly string[]): Promise<Taken> {
    return this.takeIn(this.postgres, limit, ...whose)
  }

  /** The same as a part of a transaction: what is rolled back was not taken. */
  async takeIn(on: Queries, limit: Limit, ...whose: readonly string[]): Promise<Taken> {
    const claim: Claim = [limit, ...whose]
    if (!this.env.hasLimits) return { wait: 0, claim, countsUntil: 0 }
    const now = this.clock.now()
    const cost = costOf(limit)
    const row = await this.repository.take(on, keyOf(claim), iso(now), cost, limit.windowMs)
    if (row?.isTaken === true) return { wait: 0, claim, countsUntil: Date.parse(row.emptyAt) }
    // Without a row the other process has just pruned it: there is room in a moment.
    const room = row === undefined ? 0 : Date.parse(row.emptyAt) + cost - limit.windowMs - now
    return { wait: Math.max(1, Math.ceil(room / 1000)), claim, countsUntil: 0 }
  }

  /** Takes one, or refuses with 429 and how long to wait. */
  async require(limit: Limit, ...whose: readonly string[]): Promise<Taken> {
    const taken = await this.take(limit, ...whose)
    if (taken.wait > 0) throw tooMany(taken)
    return taken
  }

  /** Takes one of each, or nothing: what one limit refuses is not counted by the ones before it. */
  async requireAll(...claims: readonly Claim[]): Promise<readonly Taken[]> {
    const taken: Taken[] = []
    for (const claim of claims) {
      const next = await this.take(...claim)
      if (next.wait > 0) {
        await this.giveBack(taken)
        throw tooMany(next)
      }
      taken.push(next)
    }
    return taken
  }

  /**
   * What was taken turned out not to count. What was refused, or has run off since, gives nothing back: otherwise a
   * refusal would make room.
   */
  async giveBack(taken: readonly Taken[]): Promise<void> {
    for (const { claim, countsUntil } of taken) {
      const left = Math.min(costOf(claim[0]), countsUntil - this.clock.now())
      if (left > 0) await this.repository.giveBack(keyOf(claim), left)
    }
  }

  /** Starts from nothing again. */
  async forget(limit: Limit, ...whose: readonly string[]): Promise<void> {
    if (this.env.hasLimits) await this.repository.forget(keyOf([limit, ...whose]))
  }
}

export const tooMany = ({ claim: [{ name, most, windowMs }], wait }: Taken) =>
  new ProblemError('too-many-requests', undefined, {
    retryAfter: wait,
    limit: { name, most, seconds: windowMs / 1000 },
  })

const costOf = ({ most, windowMs }: Limit) => Math.ceil(windowMs / most)
const iso = (epochMs: number) => new Date(epochMs).toISOString()

const keyOf = ([{ name }, ...whose]: Claim) =>
  `${name}:${createHash('sha256').update(JSON.stringify(whose)).digest('base64url')}`
