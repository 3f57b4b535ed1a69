import type { Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'

/** A demo visitor has no password either, and is gone tomorrow. */
export function refuseDemo({ demo }: Actor): void {
  if (demo) throw new ProblemError('forbidden')
}
