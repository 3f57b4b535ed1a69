import { isCalendarDate } from '@streamline/domain'
import type { ActInputOf } from './acts.queries.ts'

/** A pause, as typed. */
export interface PauseDraft {
  readonly fromOn: string
  readonly until: 'open' | 'day'
  readonly untilOn: string
}

export type PauseProblem = 'notADate' | 'notAfter'

export const pauseProblems = (form: PauseDraft): Partial<Record<keyof PauseDraft, PauseProblem>> => ({
  ...(isCalendarDate(form.fromOn) ? {} : { fromOn: 'notADate' as const }),
  ...(form.until === 'open'
    ? {}
    : !isCalendarDate(form.untilOn)
      ? { untilOn: 'notADate' as const }
      : form.untilOn <= form.fromOn
        ? { untilOn: 'notAfter' as const }
        : {}),
})

export const pauseOf = (form: PauseDraft): ActInputOf<'pause'> | null => {
  const { fromOn, until, untilOn } = form
  if (!isCalendarDate(fromOn) || Object.keys(pauseProblems(form)).length > 0) return null
  return { kind: 'pause', fromOn, untilOn: until === 'day' && isCalendarDate(untilOn) ? untilOn : null }
}
