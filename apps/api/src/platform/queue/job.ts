import type * as z from 'zod'

/** A kind of job: its queue, its name and what it carries, side by side. Payloads hold ids and dates only. */
export interface JobKind<P = unknown> {
  readonly queue: string
  readonly name: string
  readonly payload: z.ZodType<P>
}

const kinds: JobKind[] = []

/** Every kind that was declared anywhere; the boot looks whether each has somebody who does it. */
export const declaredJobs: readonly JobKind[] = kinds

export const jobKind = <P>(queue: string, name: string, payload: z.ZodType<P>): JobKind<P> => {
  const kind = { queue, name, payload }
  kinds.push(kind)
  return kind
}
