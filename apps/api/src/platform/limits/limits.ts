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

  /** Takes one of `whose` limit. Answers the seconds to wait: 0 when it was there to take. */
  take(limit: Limit, ...whose: readonly string[]): Promise<number> {
    return this.takeIn(this.postgres, limit, ...whose)
  }

  /** The same as a part of a transaction: what is rolled back was not taken. */
  async takeIn(on: Queries, limit: Limit, ...whose: readonly string[]): Promise<number> {
    if (!this.env.hasLimits) return 0
    const now = this.clock.now()
    const cost = costOf(limit)
    const row = await this.repository.take(on, keyOf(limit, whose), iso(now), cost, limit.windowMs)
    if (row?.isTaken === true) return 0
    // Without a row the other process has just pruned it: there is room in a moment.
    const room = row === undefined ? 0 : Date.parse(row.emptyAt) + cost - limit.windowMs - now
    return Math.max(1, Math.ceil(room / 1000))
  }

  /** Takes one, or refuses with 429 and how long to wait. */
  async require(limit: Limit, ...whose: readonly string[]): Promise<void> {
    const wait = await this.take(limit, ...whose)
    if (wait > 0) throw tooMany(limit, wait)
  }

  /** What was taken turned out not to count. */
  async giveBack(limit: Limit, ...whose: readonly string[]): Promise<void> {
    if (this.env.hasLimits) await this.repository.giveBack(keyOf(limit, whose), costOf(limit))
  }

  /** Starts from nothing again. */
  async forget(limit: Limit, ...whose: readonly string[]): Promise<void> {
    if (this.env.hasLimits) await this.repository.forget(keyOf(limit, whose))
  }
}

export const tooMany = ({ name, most, windowMs }: Limit, retryAfter: number) =>
  new ProblemError('too-many-requests', undefined, {
    retryAfter,
    limit: { name, most, seconds: windowMs / 1000 },
  })

const costOf = ({ most, windowMs }: Limit) => Math.ceil(windowMs / most)
const iso = (epochMs: number) => new Date(epochMs).toISOString()

const keyOf = ({ name }: Limit, whose: readonly string[]) =>
  `${name}:${createHash('sha256').update(JSON.stringify(whose)).digest('base64url')}`
