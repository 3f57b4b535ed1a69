import { setTimeout as pause } from 'node:timers/promises'
import { MongoPatienceError, mongoOutageOf } from './mongo-outage.ts'

const BETWEEN_TRIES = 250

/**
 * While MongoDB is silent nobody waits for it: a request that asks more than once is told within two seconds as well. One
 * question that is not answered in time does not make it silent while others are.
 */
export class MongoSilence {
  private answeredAt = -Infinity
  private isSilent = false
  private isOver = false

  /** `ping` rejects, after a time of its own, where nothing answers. */
  constructor(private readonly ping: () => Promise<unknown>) {}

  async heed<R>(ask: () => Promise<R>): Promise<R> {
    if (this.isSilent) throw new MongoPatienceError('MongoDB does not answer')
    const askedAt = performance.now()
    try {
      const result = await ask()
      this.answeredAt = performance.now()
      return result
    } catch (error) {
      const isAway = error instanceof Error && mongoOutageOf(error) === 'away'
      if (!isAway) this.answeredAt = performance.now()
      else if (this.answeredAt < askedAt && !this.isSilent) void this.endure()
      throw error
    }
  }

  /** Nobody asks any more. */
  end(): void {
    this.isOver = true
  }

  private async endure(): Promise<void> {
    this.isSilent = true
    while (this.isSilent && !this.isOver)
      this.isSilent = await this.ping().then(
        () => false,
        () => pause(BETWEEN_TRIES, true),
      )
  }
}
