import type { CalendarDate } from '@streamline/domain'

interface Known {
  readonly today: CalendarDate
  readonly other: unknown
  readonly result: unknown
}

/**
 * What is derived of something is kept in it, one place for each derivation, and goes with it: to look into a thousand subjects costs
 * less than to look for them. It is the same object for as long as nothing of it changed, and is never copied.
 */
export interface Remembering {
  readonly known: (Known | undefined)[]
}

let places = 0

/**
 * A derivation that is done once for each subject and day: the first screen after a write derives what the write changed. The day
 * that was asked last is kept.
 */
export const rememberedOn = <Subject extends Remembering, Result>(
  derive: (subject: Subject, today: CalendarDate) => Result,
): ((subject: Subject, today: CalendarDate) => Result) => {
  const remembered = rememberedBeside(
    (subject: Subject, _nothing: null, today) => derive(subject, today),
    () => true,
  )
  return (subject, today) => remembered(subject, null, today)
}

/** The same for what depends on something else too; `isSame` says whether it is what it was. */
export const rememberedBeside = <Subject extends Remembering, Other, Result>(
  derive: (subject: Subject, other: Other, today: CalendarDate) => Result,
  isSame: (one: Other, other: Other) => boolean,
): ((subject: Subject, other: Other, today: CalendarDate) => Result) => {
  const place = places++
  return (subject, other, today) => {
    const found = subject.known[place] as (Known & { other: Other; result: Result }) | undefined
    if (found !== undefined && found.today === today && isSame(found.other, other)) return found.result
    const result = derive(subject, other, today)
    subject.known[place] = { today, other, result }
    return result
  }
}

/** Lists of the same objects in the same order. */
export const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at])
