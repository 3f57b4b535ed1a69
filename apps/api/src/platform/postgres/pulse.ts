import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { OutageLog } from './outage-log.ts'

/** Work that takes longer than this makes us ask the server whether it is there. */
const ASK_AFTER = 300
/**
 * Not one byte comes from it for so long: it is silent. Both together, and the way back, stay below the two seconds a
 * request may take.
 */
const ANSWER_WITHIN = 1200
const STEP = 100
/** While it is silent one attempt waits for it; after this another is made, for a network that forgot the first. */
const TRY_AGAIN_AFTER = 3000

/** The server may be there for TCP, and says nothing. */
class Silence extends Error {
  readonly code = 'ETIMEDOUT'

  constructor() {
    super('PostgreSQL does not answer')
  }
}

/** Never connects: who waits for a connection is told at once. */
class NoWay extends Socket {
  override connect(): this {
    return this.destroy(new Silence())
  }
}

/** A connection that does nothing but ask. */
interface Line {
  readonly client: Client
  readonly socket: Socket
  readonly connected: Promise<void>
}

/**
 * Tells a server that is frozen, or a network that swallows everything, from a statement that takes long. While work is
 * under way a connection that does nothing else asks the server whether it is there. When neither that is answered nor
 * anything else comes from it, every connection is cut, so that all who wait are told together whatever they wait for, and
 * new ones fail at once until the server answers again. No statement needs a short deadline for it, and a machine that is
 * busy is not taken for one that is gone.
 */
export class Pulse {
  private readonly sockets = new Set<Socket>()
  private line: Line | undefined
  private timer: NodeJS.Timeout | undefined
  private isStopped = false
  isSilent = false

  /** The connection to ask on, without time limits of its own: they would pass for answers. `isBusy`: somebody waits. */
  constructor(
    private readonly config: Omit<ClientConfig, 'connectionTimeoutMillis' | 'query_timeout'>,
    private readonly isBusy: () => boolean,
    private readonly outages: OutageLog,
  ) {}

  /** What a connection of the pool travels on. */
  readonly socket = (): Socket => {
    if (this.isSilent) return new NoWay()
    this.watch()
    const socket = new Socket()
    this.sockets.add(socket)
    void expectGreeting(socket)
    return socket.once('close', () => this.sockets.delete(socket))
  }

  /** To be called when work begins. */
  watch(): void {
    if (this.isSilent || this.isStopped) return
    this.timer ??= setTimeout(() => void this.check(), ASK_AFTER).unref()
  }

  stop(): void {
    this.isStopped = true
    clearTimeout(this.timer)
    this.hangUp(this.line)
  }

  private async check(): Promise<void> {
    const isThere = !this.isBusy() || (await this.answersWithin(ANSWER_WITHIN))
    this.timer = undefined
    if (!isThere && !this.isStopped) await this.endureSilence()
    if (this.isBusy()) this.watch()
  }

  private async endureSilence(): Promise<void> {
    this.isSilent = true
    const silence = new Silence()
    this.outages.tell(silence)
    for (const socket of this.sockets) socket.destroy(silence)
    while (!this.isStopped && !(await this.answersWithin(TRY_AGAIN_AFTER)));
    this.isSilent = false
    this.outages.over('away', true)
  }

  /** False after `ms` without a byte from the server, in which this process itself was awake to read one. */
  private async answersWithin(ms: number): Promise<boolean> {
    const line = (this.line ??= this.dial())
    let hasAnswered = false
    const asked = this.ask(line).then(() => (hasAnswered = true))
    let heard = this.bytesHeard(line)
    // Counted in steps, not by the clock: an event loop that was busy meanwhile says nothing about the server.
    for (let silent = 0; silent < ms; silent += STEP) {
      await Promise.race([asked, pause(STEP)])
      if (hasAnswered || this.isStopped) return true
      const now = this.bytesHeard(line)
      if (now !== heard) silent = 0
      heard = now
    }
    this.hangUp(line)
    return false
  }

  private bytesHeard({ socket }: Line): number {
    let sum = socket.bytesRead
    for (const one of this.sockets) sum += one.bytesRead
    return sum
  }

  private dial(): Line {
    const socket = new Socket()
    const client = new Client({ ...this.config, stream: () => socket })
    client.on('error', () => {})
    return { client, socket, connected: client.connect() }
  }

  /** Ends with any answer. An error is one as well: whoever is refused a connection is told so by the refusal. */
  private async ask(line: Line): Promise<void> {
    try {
      await line.connected
      await line.client.query('select 1')
    } catch {
      this.hangUp(line)
    }
  }

  /** The connection may hang: it is dropped, not closed. */
  private hangUp(line: Line | undefined): void {
    line?.socket.destroy()
    if (this.line === line) this.line = undefined
  }
}

/** Who takes the connection and says nothing on it does not let us in, although others may still be answered. */
async function expectGreeting(socket: Socket): Promise<void> {
  for (let silent = 0; silent < ANSWER_WITHIN && !socket.destroyed; silent += STEP) {
    await pause(STEP, undefined, { ref: false })
    if (socket.bytesRead > 0) return
  }
  socket.destroy(new Silence())
}
