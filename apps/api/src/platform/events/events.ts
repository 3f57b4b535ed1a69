import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import { Postgres, type Tx } from '../postgres/postgres.ts'
import { EventRepository, type EventRow } from './event.repository.ts'

/** What somebody does about an event, in the transaction that marks it as handled: both or neither. */
export type EventHandler = (tx: Tx, event: EventRow) => Promise<void>

const KEPT = 30 * 24 * 3_600_000
const AT_ONCE = 50

/** Brings what happened to who wants to know, each once. */
@Injectable()
export class Events implements OnModuleInit {
  private readonly handlers = new Map<string, EventHandler>()
  private readonly log = new Logger(Events.name)

  constructor(
    private readonly repository: EventRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    this.ticks.register({ name: 'events', run: () => this.handleAll() })
    this.ticks.register({
      name: 'events.purge',
      run: (now) => this.repository.purge(new Date(now - KEPT).toISOString()),
    })
  }

  register(kind: string, handler: EventHandler): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers wait for ${kind}`)
    this.handlers.set(kind, handler)
  }

  /** Handles what waits, the oldest first; answers how many. */
  async handleAll(): Promise<number> {
    let handled = 0
    for (;;) {
      const batch = await this.postgres.transaction((tx) => this.handleBatch(tx))
      handled += batch
      if (batch < AT_ONCE) return handled
    }
  }

  private async handleBatch(tx: Tx): Promise<number> {
    const waiting = await this.repository.next(tx, AT_ONCE)
    for (const event of waiting) await this.handle(tx, event)
    const ids = waiting.map(({ id }) => id)
    if (ids.length > 0) await this.repository.handled(tx, ids, this.clock.nowIso())
    return waiting.length
  }

  /** One that fails must not hold up the others for ever: it is told, and what it wrote is taken back. */
  private async handle(tx: Tx, event: EventRow): Promise<void> {
    const handler = this.handlers.get(event.kind)
    if (handler === undefined) return
    await tx.query({ name: 'events.savepoint', text: 'savepoint event' })
    try {
      await handler(tx, event)
      await tx.query({ name: 'events.release', text: 'release savepoint event' })
    } catch (error) {
      this.log.error({ err: error, eventId: event.id, kind: event.kind }, 'An event was not handled')
      await tx.query({ name: 'events.rollback', text: 'rollback to savepoint event' })
    }
  }
}
