import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'

/** A page as text, and packed for who accepts gzip. */
export interface Page {
  readonly text: string
  readonly gzip: Buffer
}

interface Kept {
  readonly revision: number
  readonly pages: Map<string, Page>
  size: number
}

/** Bytes of all pages together, about. */
const ROOM = 16_000_000

const sizeOf = ({ text, gzip }: Page) => text.length + gzip.length

/**
 * Pages of the list as they were sent. Each request reads the household's revision afresh, and every write of anybody
 * in any process moves it, so that a page of this revision is what the stores would answer again; what depends on
 * the date or the viewer is in the key.
 */
@Injectable()
export class KeptPagesService {
  private readonly households = new Map<string, Kept>()
  private size = 0

  find({ id, revision, memberId }: HouseholdActor, today: CalendarDate, query: string): Page | undefined {
    const kept = this.households.get(id)
    return kept?.revision === revision ? kept.pages.get(keyOf(memberId, today, query)) : undefined
  }

  keep({ id, revision, memberId }: HouseholdActor, today: CalendarDate, query: string, page: Page): void {
    const known = this.households.get(id)
    // A slow request must not put back what a newer one replaced.
    if (known !== undefined && known.revision > revision) return
    const kept = known?.revision === revision ? known : { revision, pages: new Map<string, Page>(), size: 0 }
    this.forget(id)
    const key = keyOf(memberId, today, query)
    const replaced = kept.pages.get(key)
    kept.size += sizeOf(page) - (replaced ? sizeOf(replaced) : 0)
    kept.pages.set(key, page)
    this.households.set(id, kept)
    this.size += kept.size
    for (const oldest of this.households.keys()) {
      if (this.size <= ROOM) break
      this.forget(oldest)
    }
  }

  /** For a write whose effects are still owed: the revision has not moved yet. */
  forget(householdId: string): void {
    this.size -= this.households.get(householdId)?.size ?? 0
    this.households.delete(householdId)
  }
}

const keyOf = (...parts: readonly string[]) => parts.join('\n')
