import type { CalendarDate } from '@streamline/domain'

/** When and as what something is done to a subscription. */
export interface Occasion {
  /** Names the act; the same when it is sent again. */
  readonly act: string
  readonly today: CalendarDate
  /** Member who does it; null for the house itself. */
  readonly by: string | null
  /** Of the household. */
  readonly timeZone: string
  readonly now: string
}
