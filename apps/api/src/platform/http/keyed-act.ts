import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from 'uuid'
import type { Clock } from '../clock/clock.ts'
import type { Tx } from '../postgres/postgres.ts'
import type { Act, Kept } from './act.ts'
import type { AnswerBox } from './answer-box.ts'
import type { Asked, Claim, IdempotencyRepository } from './idempotency.repository.ts'
import { ProblemError } from './problem.ts'

/** How long a key is known. */
const KEPT = 24 * 3_600_000
/** A claim without an answer for this long was left by a process that died. */
const ABANDONED = 15_000
const LOOK_AGAIN = 40

/** The act was done, or is being done, by another request with the same key. */
export class DoneBefore extends Error {}

/** Before this instant keys are forgotten. */
export const forgottenBefore = (clock: Clock): string => iso(clock.now() - KEPT)

/** An act with a key, as one request tries to do it. */
export class KeyedAct implements Act {
  readonly id = v7()
  private claimed: Claim | null = null
  private isKept = false

  constructor(
    private readonly asked: Asked,
    private readonly repository: IdempotencyRepository,
    private readonly box: AnswerBox,
    private readonly clock: Clock,
  ) {}

  answer<T>(tx: Tx, answer: T, { revision, isSecret = false }: Kept = {}): T {
    this.isKept = true
    const body = this.box.pack(JSON.stringify(answer), isSecret)
    const kept = { body, sealed: isSecret, revision: revision ?? null }
    this.repository.keep(tx, this.asked, this.id, this.clock.nowIso(), kept)
    return answer
  }

  /** Waits while another request works on it. */
  async claim(): Promise<string> {
    const claim = { ...this.asked, act: this.id, workedOnBy: randomUUID() }
    for (let waited = 0; waited < 2 * ABANDONED; waited += LOOK_AGAIN) {
      const act = await this.repository.claim(claim, this.times())
      if (act !== undefined) {
        this.claimed = { ...claim, act }
        return act
      }
      const known = await this.repository.read(this.asked, forgottenBefore(this.clock))
      if (known !== undefined && (known.body !== null || !known.inputHash.equals(this.asked.inputHash)))
        throw new DoneBefore()
      await pause(LOOK_AGAIN)
    }
    throw new ProblemError('unavailable', 'The first request with this key is still being worked on.')
  }

  /** It is done, and this is what was answered. */
  async done(text: string, revision: number | null): Promise<void> {
    if (this.claimed !== null)
      await this.repository.answer(this.claimed, { body: this.box.pack(text, false), revision })
    else if (!this.isKept) throw new Error('An act with a key has kept no answer')
  }

  /** After a refusal the same key may try something else; after anything worse only the same act may go on. */
  async failed(isRefusal: boolean): Promise<void> {
    if (this.claimed === null) return
    await (isRefusal ? this.repository.drop(this.claimed) : this.repository.release(this.claimed))
  }

  private times() {
    const now = this.clock.now()
    return { now: iso(now), forgotten: forgottenBefore(this.clock), abandoned: iso(now - ABANDONED) }
  }
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()
