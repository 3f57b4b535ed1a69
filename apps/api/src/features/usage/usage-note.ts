import {
  readingOf,
  usageFaultOf,
  type CalendarDate,
  type Noted,
  type UsageDraft,
  type UsageFault,
} from '@streamline/domain'
import type { ProblemCode } from '@streamline/contract'
import { ProblemError } from '../../platform/http/problem.ts'

const refusals: Record<UsageFault, readonly [code: ProblemCode, pointer: string, message: string]> = {
  kind: ['unfit-usage', '/kind', 'is nothing that this kind of subscription has'],
  meter: ['unfit-usage', '/covers', 'only data, calls and messages have a meter'],
  amount: ['amount-out-of-range', '/amount', 'is more than can be noted of this kind'],
  ahead: ['date-out-of-range', '/on', 'lies in the future'],
  beforeStart: ['date-out-of-range', '/on', 'lies before the first day of the subscription'],
  afterEnd: ['date-out-of-range', '/on', 'lies after its last day'],
  notRunning: ['date-out-of-range', '/on', 'lies in no period, so that no meter counts there'],
}

/** What a note comes to, or the refusal that says what is wrong with it. */
export const notedReading = (draft: UsageDraft, noted: Noted, today: CalendarDate) => {
  const fault = usageFaultOf(draft, noted, today)
  if (fault === null) return readingOf(draft, noted)
  const [code, pointer, message] = refusals[fault]
  throw new ProblemError(code, undefined, { errors: [{ pointer, message }] })
}
