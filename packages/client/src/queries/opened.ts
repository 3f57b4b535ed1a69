import { useState } from 'react'
import { problemOf } from '../problem.ts'

export interface Opened<Subject> {
  readonly subject: Subject
  /** The refusal that the person was last told of. */
  readonly refusal: unknown
}

/** What a form goes on from: what it was opened on, until a save was refused because somebody changed it meanwhile. */
export const openedAfter = <Subject>(
  opened: Opened<Subject>,
  { newest, refusal, isTouched }: { newest: Subject; refusal: unknown; isTouched: boolean },
): Opened<Subject> => {
  if (!isTouched) return newest === opened.subject ? opened : { subject: newest, refusal }
  if (refusal === opened.refusal) return opened
  const isTold = Boolean(refusal) && problemOf(refusal).code === 'stale-revision'
  return { subject: isTold ? newest : opened.subject, refusal }
}

/** What of a form is not as it was before. */
export const touchedIn = <Draft extends object>(form: Draft, before: Draft): Partial<Draft> =>
  Object.fromEntries(
    Object.entries(form).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Draft]),
    ),
  ) as Partial<Draft>

/** What was typed stays; of what was not touched, the newest is shown. */
export const carriedOver = <Draft extends object>(form: Draft, before: Draft, newest: Draft): Draft => ({
  ...newest,
  ...touchedIn(form, before),
})

/**
 * What a form was opened on, with its revision. What arrives beneath an open form is somebody else's change, which the
 * person has not seen there: a save with the newest revision would save over it. Once a save was refused for that, and
 * the form said so, it goes on from the newest. One that nobody touched, such as a form that stands open always, follows.
 */
export const useOpened = <Subject>(newest: Subject, refusal: unknown, isTouched = true): Subject => {
  const [opened, open] = useState<Opened<Subject>>({ subject: newest, refusal: null })
  const now = openedAfter(opened, { newest, refusal: refusal ?? null, isTouched })
  if (now !== opened) open(now)
  return now.subject
}
