import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { calendarDateIn } from '@streamline/domain/zone'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { HouseholdRepository } from './household.repository.ts'
import { HouseholdsService } from './households.service.ts'

/** What a screen shows of a household is as of this. */
export interface HouseholdMark {
  readonly revision: number
  readonly today: CalendarDate
}

/** Of who has seen nothing yet, nothing. */
type Seen = { readonly [Part in keyof HouseholdMark]?: HouseholdMark[Part] | undefined }

interface Waiting {
  readonly seen: HouseholdMark
  /** By the clock of the machine: how long somebody waits is no matter of the household's time. */
  readonly until: number
  readonly tell: (mark: HouseholdMark) => void
  readonly fail: (error: unknown) => void
}

/** Below the half minute after which proxies take a connection for dead. */
const PATIENCE_MS = 25_000
const LOOK_EACH_MS = 1000
/** Of this process; whoever comes beyond is answered at once and asks again. */
const MOST_WAITING = 5000

/** Tells open screens that something changed or a new day began: all who wait share one question a second. */
@Injectable()
export class HouseholdChangesService implements OnModuleDestroy {
  private readonly waiting = new Map<string, Set<Waiting>>()
  private timer: NodeJS.Timeout | undefined
  private count = 0

  constructor(
    private readonly households: HouseholdsService,
    private readonly repository: HouseholdRepository,
    private readonly clock: Clock,
  ) {}

  /** Where the household stands, as soon as that is not what was seen; at the latest after 25 seconds. */
  async next(actor: Actor, seen: Seen, gone: AbortSignal): Promise<HouseholdMark> {
    const household = this.households.require(actor, 'household.read')
    const mark = { revision: household.revision, today: this.households.today(household) }
    if (!isSame(mark, seen) || this.count >= MOST_WAITING) return mark
    return this.wait(household.id, mark, gone)
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer)
    for (const all of this.waiting.values()) for (const one of all) one.tell(one.seen)
  }

  private async wait(householdId: string, seen: HouseholdMark, gone: AbortSignal): Promise<HouseholdMark> {
    const all = this.waiting.get(householdId) ?? new Set()
    this.waiting.set(householdId, all)
    const { promise, resolve: tell, reject: fail } = Promise.withResolvers<HouseholdMark>()
    const one: Waiting = { seen, until: performance.now() + PATIENCE_MS, tell, fail }
    all.add(one)
    this.count++
    gone.addEventListener('abort', () => tell(seen), { once: true })
    this.lookSoon()
    try {
      return await promise
    } finally {
      this.count--
      all.delete(one)
      if (all.size === 0) this.waiting.delete(householdId)
    }
  }

  private lookSoon(): void {
    this.timer ??= setTimeout(() => void this.look(), LOOK_EACH_MS)
  }

  private async look(): Promise<void> {
    const asked = [...this.waiting]
    try {
      const marks = await this.marksOf(asked.map(([id]) => id))
      const now = performance.now()
      for (const [id, all] of asked)
        for (const { seen, until, tell } of all) {
          const mark = marks.get(id) ?? seen
          // What is gone is told by the next question.
          if (!marks.has(id) || !isSame(mark, seen) || now >= until) tell(mark)
        }
    } catch (error) {
      for (const [, all] of asked) for (const { fail } of all) fail(error)
    }
    this.timer = undefined
    if (this.waiting.size > 0) this.lookSoon()
  }

  private async marksOf(ids: readonly string[]): Promise<ReadonlyMap<string, HouseholdMark>> {
    const now = this.clock.now()
    const rows = ids.length === 0 ? [] : await this.repository.marks(ids)
    return new Map(
      rows.map(({ id, revision, timeZone }) => [id, { revision, today: calendarDateIn(now, timeZone) }]),
    )
  }
}

const isSame = (one: HouseholdMark, other: Seen): boolean =>
  one.revision === other.revision && one.today === other.today
