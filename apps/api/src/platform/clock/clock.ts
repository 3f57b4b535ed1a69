import { Injectable } from '@nestjs/common'

/** The one source of time. Everything that a rule decides by asks here. */
@Injectable()
export class Clock {
  private shift = 0

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.shift
  }

  /** RFC 3339 in UTC. */
  nowIso(): string {
    return new Date(this.now()).toISOString()
  }

  /** How far it is ahead of the machine; zero but for the test clock. */
  get offset(): number {
    return this.shift
  }

  shiftTo(epochMs: number): void {
    this.shift = epochMs - Date.now()
  }

  shiftBy(offsetMs: number): void {
    this.shift = offsetMs
  }
}
