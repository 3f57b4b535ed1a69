import type { CalendarDate } from '@streamline/domain'

/**
 * A derivation that is done once for each subject and day: the first screen after a write derives what the write changed. A subject
 * is the same object for as long as nothing of it changed; the day that was asked last is kept, and goes with its subject.
 */
export const rememberedOn = <Subject extends object, Result>(
  derive: (subject: Subject, today: CalendarDate) => Result,
): ((subject: Subject, today: CalendarDate) => Result) => {
  const known = new WeakMap<Subject, { readonly today: CalendarDate; readonly result: Result }>()
  return (subject, today) => {
    const found = known.get(subject)
    if (found?.today === today) return found.result
    const result = derive(subject, today)
    known.set(subject, { today, result })
    return result
  }
}

/** The same for what depends on something else too; `isSame` says whether it is what it was. */
export const rememberedBeside = <Subject extends object, Other, Result>(
  derive: (subject: Subject, other: Other, today: CalendarDate) => Result,
  isSame: (one: Other, other: Other) => boolean,
): ((subject: Subject, other: Other, today: CalendarDate) => Result) => {
  const known = new WeakMap<Subject, { today: CalendarDate; other: Other; result: Result }>()
  return (subject, other, today) => {
    const found = known.get(subject)
    if (found?.today === today && isSame(found.other, other)) return found.result
    const result = derive(subject, other, today)
    known.set(subject, { today, other, result })
    return result
  }
}

/** Lists of the same objects in the same order. */
export const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at])
