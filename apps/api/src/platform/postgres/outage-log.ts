import { Logger } from '@nestjs/common'
import { outageOf, sqlStateOf, type Outage } from './outage.ts'

/** What goes on is said again so rarely. */
const AGAIN_AFTER = 10 * 60_000
/** Trouble that was not met for so long is over; what comes and goes within it is one. */
const QUIET = 10_000
/** Different troubles that are told apart; a disk that dies page by page would name new ones for ever. */
const MOST = 50

const words: Record<Outage, string> = {
  away: 'It cannot be used',
  full: 'Nothing can be written, what is there can be read',
  damaged: 'Stored data cannot be read, restore them from a backup',
}

interface Told {
  readonly since: number
  saidAt: number
  metAt: number
  unsaid: number
}

/** One clear line for each trouble with the store, however many requests meet it, and one when it is over. */
export class OutageLog {
  private readonly log = new Logger('PostgreSQL')
  private readonly told = new Map<string, Told>()

  tell(error: unknown): void {
    const outage = outageOf(error)
    if (outage === undefined) return
    const now = performance.now()
    const reason = reasonOf(error)
    // Addresses and processes differ from one line of the same trouble to the next; a damaged file is another one.
    const key = outage === 'damaged' ? reason : outage
    const known = this.told.get(key)
    if (known === undefined) {
      if (this.told.size >= MOST) return
      this.told.set(key, { since: now, saidAt: now, metAt: now, unsaid: 0 })
      return this.log.error(`${words[outage]}: ${reason}`)
    }
    known.metAt = now
    known.unsaid++
    if (now - known.saidAt < AGAIN_AFTER) return
    this.log.error(`${words[outage]}: ${reason}; met ${known.unsaid} times more`)
    Object.assign(known, { saidAt: now, unsaid: 0 })
  }

  /** Something went well. It means that trouble is over when that was not met for a while, or when it is `certain`. */
  over(outage: 'away' | 'full', isCertain = false): void {
    const known = this.told.get(outage)
    if (known === undefined || (!isCertain && performance.now() - known.metAt < QUIET)) return
    this.told.delete(outage)
    const seconds = ((performance.now() - known.since) / 1000).toFixed(1)
    this.log.warn(`It works again after ${seconds} s; the trouble was met ${known.unsaid} times more`)
  }
}

/** The innermost error knows most. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return reasonOf(error.cause)
  const state = sqlStateOf(error)
  // Node reports several refused addresses as one error without words.
  const text = error.message || ((error as { code?: string }).code ?? error.name)
  return state === undefined ? text : `${text} (${state})`
}
