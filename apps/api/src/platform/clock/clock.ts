import { Injectable } from '@nestjs/common'

/** The one source of time. Everything that a rule decides by asks here. */
@Injectable()
export class Clock {
  private offset = 0

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offset
  }

  /** RFC 3339 in UTC. */
  nowIso(): string {
    return new Date(this.now()).toISOString()
  }

  /** Only the test clock shifts time. */
  shiftTo(epochMs: number): void {
    this.offset = epochMs - Date.now()
  }

  shiftBy(offsetMs: number): void {
    this.offset = offsetMs
  }
}
