import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import type { Tx } from '../postgres/postgres.ts'
import { JobHandlers } from '../queue/job-handlers.ts'
import { Jobs } from '../queue/jobs.ts'
import { declaredEventHandlers, type EventHandler } from './event-handler.ts'
import { EventRepository, type EventRow } from './event.repository.ts'

/** Longer than any handler tries. */
const KEPT = 30 * 24 * 3_600_000

/**
 * Brings what happened to each who wants to know: at least once, once in what they write by `tx`; those of one household one
 * after the other, in the order in which they happened.
 */
@Injectable()
export class Events implements OnModuleInit {
  constructor(
    private readonly repository: EventRepository,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly ticks: Ticks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.ticks.register({
      name: 'events.purge',
      run: () => this.repository.purge(new Date(this.clock.now() - KEPT).toISOString()),
    })
  }

  /** What `run` writes, and reads, goes through `tx`: it is there if the event counts as handled, and not if it failed. */
  handle({ job }: EventHandler, run: (tx: Tx, event: EventRow) => Promise<void>): void {
    this.handlers.handleIn(job, async (tx, { eventId }) => {
      const event = await this.repository.byId(tx, eventId)
      // It goes with its household.
      if (event !== undefined) await run(tx, event)
    })
  }

  /** Part of the transaction that records the events, in their order. Where nobody waits for them it asks the store nothing. */
  async tell(tx: Tx, events: readonly EventRow[]): Promise<void> {
    await this.jobs.enqueueAll(
      tx,
      events.flatMap(({ id: eventId, householdId: lane, kind }) =>
        declaredEventHandlers
          .filter(({ kinds }) => kinds.includes(kind))
          .map(({ job }) => ({ kind: job, payload: { eventId }, lane })),
      ),
    )
  }
}
