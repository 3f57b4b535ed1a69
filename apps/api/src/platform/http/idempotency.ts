import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import type { Queries } from '../postgres/postgres.ts'
import { SealedBox } from '../secrets/sealed-box.ts'
import { IdempotencyRepository, type Claim } from './idempotency.repository.ts'
import { ProblemError } from './problem.ts'

export interface IdempotentQuestion {
  readonly userId: string
  readonly route: string
  readonly key: string
  readonly input: unknown
}

const KEPT = 24 * 3_600_000
/** A claim without an answer for this long was left by a process that died. */
const ABANDONED = 15_000
const LOOK_AGAIN = 40

/**
 * Gives the first answer to an `Idempotency-Key` again, for 24 hours. Kept answers are sealed: some hold a token that is
 * shown once and kept as a hash everywhere else.
 */
@Injectable()
export class Idempotency implements OnModuleInit {
  private readonly box: SealedBox

  constructor(
    private readonly repository: IdempotencyRepository,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'answers')
  }

  onModuleInit(): void {
    this.ticks.register({ name: 'idempotency', run: (now) => this.repository.purge(iso(now - KEPT)) })
  }

  /** Part of deleting an account: answers to its owner are personal. */
  async forgetIn(tx: Queries, userId: string): Promise<void> {
    await this.repository.forget(tx, userId)
  }

  /** Does `work` once per key. A duplicate that comes meanwhile waits for the answer and gives the same. */
  async once(
    question: IdempotentQuestion,
    reply: FastifyReply,
    work: () => Promise<string>,
  ): Promise<string> {
    const claim = { ...question, hash: hashOf(question.input), workedOnBy: randomUUID() }
    for (let waited = 0; waited < 2 * ABANDONED; waited += LOOK_AGAIN) {
      if (await this.claim(claim)) return this.work(claim, reply, work)
      const known = await this.repository.read(claim)
      if (known !== undefined && known.hash !== claim.hash) throw new ProblemError('idempotency-conflict')
      if (known !== undefined && known.body !== null) {
        if (known.etag !== null) reply.header('ETag', known.etag)
        reply.header('Idempotency-Replayed', 'true')
        return this.answerIn(known.body)
      }
      await pause(LOOK_AGAIN)
    }
    throw new ProblemError('unavailable', 'The first request with this key is still being worked on.')
  }

  private answerIn(sealed: string): string {
    const answer = this.box.open(sealed)
    if (answer !== undefined) return answer
    throw new ProblemError('idempotency-conflict', 'This was done, but its answer cannot be read any more.')
  }

  private claim(claim: Claim): Promise<boolean> {
    const now = this.clock.now()
    return this.repository.claim(claim, {
      now: iso(now),
      expired: iso(now - KEPT),
      abandoned: iso(now - ABANDONED),
    })
  }

  /** Only an answer is kept: after a refusal the same key may try again. */
  private async work(claim: Claim, reply: FastifyReply, work: () => Promise<string>): Promise<string> {
    try {
      const body = await work()
      const etag = reply.getHeader('ETag')
      await this.repository.answer(claim, this.box.seal(body), typeof etag === 'string' ? etag : null)
      return body
    } catch (error) {
      await this.repository.release(claim).catch(() => {})
      throw error
    }
  }
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()

/** The input comes in the order of the contract's schema, whatever the order of the request. */
const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('base64url')
