import type * as z from 'zod'

/** Jobs that do not wait for those of other queues; so many of them run beside each other in one process. */
export interface JobQueue {
  readonly name: string
  readonly concurrency: number
}

export interface JobKind<P = unknown> {
  readonly name: string
  readonly queue: JobQueue
  /** Ids and dates only: whoever does it reads the rest. */
  readonly payload: z.ZodType<P>
  /** Tries before it has failed for good. */
  readonly attempts: number
  /** Milliseconds after the first failure; each pause is twice the one before, up to `longestPause`. */
  readonly pause: number
  readonly longestPause: number
  /** Milliseconds that no attempt takes: whoever has not finished by then has lost it, and another tries. */
  readonly lease: number
  /** So many are claimed, done and struck off together, where that is cheaper than one by one. They have no lanes. */
  readonly batch: number
}

const MINUTE = 60_000

const usual = { attempts: 12, pause: MINUTE, longestPause: 60 * MINUTE, lease: MINUTE, batch: 1 }

/**
 * Milliseconds for which a job is claimed. Who does it claims it anew meanwhile, for as long as its kind allows: what a process had that
 * was killed is taken up by others soon, however long it might have taken.
 */
export const CLAIMED = 20_000
/** Milliseconds after which it is claimed anew. */
export const CLAIMED_ANEW = 5000

const kinds: JobKind[] = []

/** Every kind that was declared anywhere; the boot looks whether each has somebody who does it. */
export const declaredJobs: readonly JobKind[] = kinds

type Needed<P> = Pick<JobKind<P>, 'name' | 'queue' | 'payload'>

/** Declares a kind of job. What is not said is as usual: twelve attempts in about seven hours, each at most a minute long. */
export const jobKind = <P>(kind: Needed<P> & Partial<JobKind<P>>): JobKind<P> => {
  const declared = { ...usual, ...kind }
  kinds.push(declared)
  return declared
}

/** Milliseconds to wait after so many attempts that failed. */
export const pauseAfter = ({ pause, longestPause }: JobKind, attempts: number): number =>
  Math.min(longestPause, pause * 2 ** Math.min(attempts - 1, 20))

/** Between three quarters of a pause and all of it, so that what failed together does not come back together. */
export const jittered = (pause: number): number => Math.round(pause * (0.75 + Math.random() / 4))
