import { Injectable } from '@nestjs/common'
import { Clock } from '../clock/clock.ts'
import type { DeliveryRow, Outcome } from './delivery.types.ts'
import type { About, Told } from './told.ts'

/** What is said instead: tomorrow is another day tomorrow. */
export type SaidNow = Pick<Told, 'title' | 'body' | 'path'>

/** Undefined: as it was written. An outcome: not now, or not any more. */
export type SaidLate = SaidNow | Outcome | undefined

type Asked = (row: DeliveryRow, about: About) => Promise<SaidLate>

/** Milliseconds for which a message holds as it was written. */
const FRESH = 10 * 60_000

/** Of a message that leaves late, because its channel was down, is asked what of it still is to be said. */
@Injectable()
export class LateMessages {
  private asked: Asked | undefined

  constructor(private readonly clock: Clock) {}

  /** Who left them knows. */
  whenLate(asked: Asked): void {
    this.asked = asked
  }

  async saidOf(row: DeliveryRow, about: About | undefined): Promise<SaidLate> {
    const isFresh = this.clock.now() - Date.parse(row.createdAt) < FRESH
    return about === undefined || isFresh ? undefined : this.asked?.(row, about)
  }
}
