import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'

const WINDOW = 15 * 60_000
const MOST_FAILURES = 10
const MOST_REMEMBERED = 20_000

interface Failures {
  count: number
  until: number
}

/** Wrong passwords for one account from one address: a stranger elsewhere cannot lock the owner out. */
@Injectable()
export class SignInLimit {
  private readonly failures = new Map<string, Failures>()

  constructor(private readonly clock: Clock) {}

  /** Seconds to wait, 0 when another try is allowed. */
  waitFor(email: string, address: string): number {
    const known = this.failures.get(keyOf(email, address))
    const now = this.clock.now()
    if (known === undefined || known.until <= now || known.count < MOST_FAILURES) return 0
    return Math.ceil((known.until - now) / 1000)
  }

  failed(email: string, address: string): void {
    const key = keyOf(email, address)
    const now = this.clock.now()
    const known = this.failures.get(key)
    const isRunning = known !== undefined && known.until > now
    this.failures.delete(key)
    const [oldest] = this.failures.keys()
    if (this.failures.size >= MOST_REMEMBERED && oldest !== undefined) this.failures.delete(oldest)
    this.failures.set(key, {
      count: isRunning ? known.count + 1 : 1,
      until: isRunning ? known.until : now + WINDOW,
    })
  }

  succeeded(email: string, address: string): void {
    this.failures.delete(keyOf(email, address))
  }
}

const keyOf = (email: string, address: string) =>
  createHash('sha256').update(`${email}\n${address}`).digest('base64')
