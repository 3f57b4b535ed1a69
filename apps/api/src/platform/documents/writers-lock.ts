import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger } from '@nestjs/common'
import { Client } from 'pg'
import { ProblemError } from '../http/problem.ts'
import { isOutage } from '../postgres/outage.ts'
import type { Gate } from './document-store.ts'

/** Any number that nobody else locks. */
const WRITERS = 7_223_002

/** A connection that has the lock, and the moment in which it is lost. */
interface Taken {
  readonly client: Client
  readonly lost: Promise<void>
}

/**
 * Who writes documents holds this lock of PostgreSQL together with the others; who moves them holds it alone. It is on a
 * connection of its own, so that it ends with the process, however that ends. While the connection is lost nothing is
 * asked of the documents: they may be on their way elsewhere.
 */
export class WritersLock implements Gate {
  private readonly log = new Logger(WritersLock.name)
  private taken: Taken | undefined
  private isReleased = false

  constructor(private readonly databaseUrl: string) {}

  assertOpen(): void {
    if (this.taken !== undefined) return
    const problem = new ProblemError('unavailable', 'The documents cannot be reached just now.')
    // So that nobody takes it for a fault of what was asked.
    problem.cause = new Error('Connection terminated: the lock of the documents is not held')
    throw problem
  }

  /**
   * With all other writers; false while somebody holds it alone. `check` runs under the lock before it counts, and again
   * whenever it was lost and is taken anew.
   */
  async share(check: () => Promise<void>): Promise<boolean> {
    const taken = await this.take('pg_try_advisory_lock_shared')
    if (taken === undefined) return false
    try {
      await check()
    } catch (error) {
      await taken.client.end()
      throw error
    }
    this.hold(taken, () => void this.shareAgain(check))
    return true
  }

  /** Alone; false while anybody shares it. Whoever holds it alone must stop when it is lost. */
  async own(onLost: () => void): Promise<boolean> {
    const taken = await this.take('pg_try_advisory_lock')
    if (taken !== undefined) this.hold(taken, onLost)
    return taken !== undefined
  }

  /** Who holds it now, as a person may recognise them: process and machine. */
  async holders(): Promise<string[]> {
    const client = this.connection()
    await client.connect()
    try {
      const { rows } = await client.query<{ name: string }>(
        `select distinct a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
          where l.locktype = 'advisory' and l.objid = $1 and l.granted
            and l.database = (select oid from pg_database where datname = current_database()) order by 1`,
        [WRITERS],
      )
      return rows.map(({ name }) => name)
    } finally {
      await client.end()
    }
  }

  async release(): Promise<void> {
    this.isReleased = true
    const taken = this.taken
    this.taken = undefined
    await taken?.client.end()
  }

  private async take(how: string): Promise<Taken | undefined> {
    const client = this.connection()
    const lost = new Promise<void>((resolve) => client.once('end', () => resolve()))
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ taken: boolean }>(`select ${how}($1) as taken`, [WRITERS])
    if (rows[0]?.taken === true && !this.isReleased) return { client, lost }
    await client.end()
    return undefined
  }

  private hold(taken: Taken, onLost: () => void): void {
    this.taken = taken
    const lose = () => {
      if (this.taken !== taken) return
      this.taken = undefined
      onLost()
    }
    void taken.lost.then(lose)
  }

  private async shareAgain(check: () => Promise<void>): Promise<void> {
    this.log.warn('The documents have to wait: their lock was lost with its connection')
    let said: string | undefined
    while (!this.isReleased) {
      try {
        if (await this.share(check)) {
          this.log.warn('The documents can be reached again')
          return
        }
      } catch (error) {
        // A store that is away has told so itself; what else keeps them away is said once.
        const reason = error instanceof Error ? error.message : String(error)
        if (!isOutage(error) && reason !== said) this.log.warn(`The documents have to wait: ${reason}`)
        said = reason
      }
      await pause(500)
    }
  }

  private connection(): Client {
    return new Client({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      application_name: `streamline ${process.pid} on ${hostname()}`.slice(0, 63),
    })
  }
}
