import { createHash } from 'node:crypto'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { problems } from '@streamline/contract'
import type { FastifyReply } from 'fastify'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import { constraintOf } from '../postgres/outage.ts'
import type { Queries } from '../postgres/postgres.ts'
import type { Act } from './act.ts'
import { AnswerBox } from './answer-box.ts'
import { IdempotencyRepository, type Asked } from './idempotency.repository.ts'
import { DoneBefore, forgottenBefore, KeyedAct } from './keyed-act.ts'
import { ProblemError } from './problem.ts'

export interface IdempotentQuestion {
  readonly userId: string
  readonly route: string
  readonly key: string
  readonly input: unknown
}

/** The key was forgotten, and taken again by a request that came at the same time: more often is no accident. */
const ATTEMPTS = 3

/**
 * Gives the first answer to an `Idempotency-Key` again, for 24 hours; then the key is forgotten and makes something new
 * (decision 0023).
 */
@Injectable()
export class Idempotency implements OnModuleInit {
  private readonly box: AnswerBox

  constructor(
    private readonly repository: IdempotencyRepository,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) env: Env,
  ) {
    this.box = new AnswerBox(env.appSecret)
  }

  onModuleInit(): void {
    this.ticks.register({
      name: 'idempotency',
      run: () => this.repository.purge(forgottenBefore(this.clock)),
    })
  }

  /** Part of deleting an account: answers to its owner are personal. */
  async forgetIn(tx: Queries, userId: string): Promise<void> {
    await this.repository.forget(tx, userId)
  }

  /** Does the act, unless it was done with this key: then its answer is given again. */
  async once(
    question: IdempotentQuestion,
    reply: FastifyReply,
    work: (act: Act) => Promise<string>,
  ): Promise<string> {
    const asked = askedOf(question)
    for (let attempt = 1; ; attempt++) {
      const act = new KeyedAct(asked, this.repository, this.box, this.clock)
      try {
        const text = await work(act)
        await act.done(text, revisionOf(reply))
        return text
      } catch (error) {
        await act.failed(isRefusal(error)).catch(() => {})
        // Whoever is refused may be refused by what they did themselves.
        if (!isRefusal(error) && !isKnownKey(error)) throw error
        const text = await this.earlier(asked, reply)
        if (text !== undefined) return text
        if (!isKnownKey(error) || attempt === ATTEMPTS) throw error
        await this.repository.dropForgotten(asked, forgottenBefore(this.clock))
      }
    }
  }

  private async earlier(asked: Asked, reply: FastifyReply): Promise<string | undefined> {
    const known = await this.repository.read(asked, forgottenBefore(this.clock))
    if (known === undefined) return undefined
    if (!known.inputHash.equals(asked.inputHash)) throw new ProblemError('idempotency-conflict')
    if (known.body === null) return undefined
    if (known.revision !== null) reply.header('ETag', `"${known.revision}"`)
    reply.header('Idempotency-Replayed', 'true')
    const text = this.box.unpack(known.body, known.sealed)
    if (text !== undefined) return text
    throw new ProblemError('idempotency-conflict', 'This was done, but its answer cannot be read any more.')
  }
}

const isRefusal = (error: unknown) => error instanceof ProblemError && problems[error.code].status < 500

const isKnownKey = (error: unknown) =>
  error instanceof DoneBefore || constraintOf(error) === 'idempotent_answers_user_id_question_pk'

/** Half of a SHA-256: nobody looks for two requests of their own with the same one. */
const hashOf = (text: string) => createHash('sha256').update(text).digest().subarray(0, 16)

/** The input comes in the order of the contract's schema, whatever the order of the request. */
const askedOf = ({ userId, route, key, input }: IdempotentQuestion): Asked => ({
  userId,
  question: hashOf(`${route}\n${key}`),
  inputHash: hashOf(JSON.stringify(input)),
})

function revisionOf(reply: FastifyReply): number | null {
  const etag = reply.getHeader('ETag')
  return typeof etag === 'string' ? Number(etag.slice(1, -1)) : null
}
