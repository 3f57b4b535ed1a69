import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { ProblemError } from '../http/problem.ts'
import { Postgres } from '../postgres/postgres.ts'
import { Clock } from './clock.ts'
import { Ticks } from './ticks.ts'

const DAY = 86_400_000
const FOLLOW_EVERY = 500
/** A tick that never finds an end is a bug, and would keep the caller waiting for ever. */
const MOST_ROUNDS = 10_000

const statements = {
  read: { name: 'test-clock.read', text: 'select offset_ms as "offsetMs" from test_clock' },
  write: {
    name: 'test-clock.write',
    text: `insert into test_clock (id, offset_ms) values (1, $1)
      on conflict (id) do update set offset_ms = excluded.offset_ms`,
  },
}

/** Moves time forward, for tests. The shift is a row, so that API and worker agree; time flows on from there. */
@Injectable()
export class TestClock implements OnModuleInit, OnApplicationShutdown {
  private moving: Promise<unknown> = Promise.resolve()
  private follower: NodeJS.Timeout | undefined

  constructor(
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    private readonly postgres: Postgres,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!this.env.hasTestClock) return
    await this.follow()
    // Another process may move it. While the store is away there is nothing to follow.
    this.follower = setInterval(() => void this.follow().catch(() => {}), FOLLOW_EVERY).unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.follower)
  }

  /** Day by day, so that everything happens in its order; answers when all that was due has been done. */
  async moveTo(target: number): Promise<void> {
    const move = this.moving.then(() => this.walk(target))
    this.moving = move.catch(() => {})
    await move
  }

  private async walk(target: number): Promise<void> {
    if (target < this.clock.now())
      throw new ProblemError(
        'clock-backwards',
        `It is already ${this.clock.nowIso()}; this clock only moves forward.`,
      )
    for (let step = nextMidnight(this.clock.now()); step < target; step = nextMidnight(step))
      await this.arriveAt(step)
    await this.arriveAt(target)
  }

  private async arriveAt(instant: number): Promise<void> {
    this.clock.shiftTo(instant)
    await this.postgres.query(statements.write, [this.clock.offset])
    for (let round = 0; (await this.ticks.runAll()) > 0; round++)
      if (round === MOST_ROUNDS) throw new Error('The ticks never come to an end')
  }

  private async follow(): Promise<void> {
    const [row] = await this.postgres.query<{ offsetMs: number }>(statements.read)
    if (row !== undefined && row.offsetMs > this.clock.offset) this.clock.shiftBy(row.offsetMs)
  }
}

const nextMidnight = (instant: number) => (Math.floor(instant / DAY) + 1) * DAY
