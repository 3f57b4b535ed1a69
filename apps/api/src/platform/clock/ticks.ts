import { Injectable, Logger } from '@nestjs/common'
import { isOutage } from '../postgres/outage.ts'
import { Clock } from './clock.ts'

/** Something that may be due: it asks by the clock, does what is due and says how many things that were. */
export interface Tick {
  readonly name: string
  run(nowMs: number): Promise<number>
}

/** All that time makes due. The worker asks four times a minute, the test clock at each step. */
@Injectable()
export class Ticks {
  private readonly ticks = new Map<string, Tick>()
  private readonly log = new Logger(Ticks.name)

  constructor(private readonly clock: Clock) {}

  register(tick: Tick): void {
    if (this.ticks.has(tick.name)) throw new Error(`Two ticks are named ${tick.name}`)
    this.ticks.set(tick.name, tick)
  }

  /** Runs every tick once; one that fails does not stop the others. Answers how many things were done. */
  async runAll(): Promise<number> {
    let done = 0
    for (const tick of this.ticks.values()) {
      try {
        done += await tick.run(this.clock.now())
      } catch (error) {
        // The store tells of its trouble itself, once; the next minute asks again.
        if (isOutage(error)) continue
        this.log.error(`Tick ${tick.name} failed`, error instanceof Error ? error.stack : String(error))
      }
    }
    return done
  }
}
