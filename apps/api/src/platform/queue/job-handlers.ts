import { Injectable } from '@nestjs/common'
import type { Tx } from '../postgres/postgres.ts'
import { declaredJobs, type JobKind } from './job.ts'

/** A job that can never succeed: it carries something else than its kind says, or what it is for refused it for good. */
export class ImpossibleJob extends Error {
  override readonly name = 'ImpossibleJob'
}

/** The other side says when to ask again: not before `afterMs` have passed. */
export class PostponedJob extends Error {
  override readonly name = 'PostponedJob'
  readonly afterMs: number

  constructor(message: string, afterMs: number) {
    super(message)
    this.afterMs = afterMs
  }
}

/** How each of some jobs ended: undefined where it was done. */
export type Ends = readonly (Error | undefined)[]

/**
 * Either reaches out of the house, alone or with others of its kind, and may be done twice, or is one transaction with being struck off, and is
 * done once.
 */
export type Work =
  | { readonly run: (payload: unknown) => Promise<void> }
  | { readonly runMany: (payloads: readonly unknown[]) => Promise<Ends> }
  | { readonly runIn: (tx: Tx, payload: unknown) => Promise<void> }

export type Handler = Work & {
  readonly kind: JobKind
  /** Told when it has failed for good, before the row says so. */
  readonly givenUp?: (payload: unknown, why: string) => Promise<void>
}

/** Who does which job. A job is only a door: the work is a service's. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, Handler>()

  /** For work outside of a transaction of ours: it must bear to be done again. */
  handle<P>(
    kind: JobKind<P>,
    run: (payload: P) => Promise<void>,
    givenUp?: (payload: P, why: string) => Promise<void>,
  ): void {
    this.add({
      kind,
      run: (payload) => run(parsed(kind, payload)),
      ...(givenUp === undefined
        ? {}
        : { givenUp: async (payload, why) => givenUp(parsed(kind, payload), why) }),
    })
  }

  /** As `handle`, for several at once: as many as their kind says. */
  handleMany<P>(
    kind: JobKind<P>,
    runMany: (payloads: readonly P[]) => Promise<Ends>,
    givenUp?: (payload: P, why: string) => Promise<void>,
  ): void {
    this.add({
      kind,
      runMany: async (payloads) => {
        const read = payloads.map((payload) => tried(() => parsed(kind, payload)))
        const good = read.flatMap((one) => ('value' in one ? [one.value] : []))
        const ends = [...(good.length === 0 ? [] : await runMany(good))]
        return read.map((one) => ('value' in one ? ends.shift() : one.error))
      },
      ...(givenUp === undefined
        ? {}
        : { givenUp: async (payload, why) => givenUp(parsed(kind, payload), why) }),
    })
  }

  /** For work that is a part of one transaction: it must only talk to `tx`. */
  handleIn<P>(kind: JobKind<P>, runIn: (tx: Tx, payload: P) => Promise<void>): void {
    this.add({ kind, runIn: (tx, payload) => runIn(tx, parsed(kind, payload)) })
  }

  get(name: string): Handler | undefined {
    return this.handlers.get(name)
  }

  get kinds(): JobKind[] {
    return [...this.handlers.values()].map(({ kind }) => kind)
  }

  /** Stops a boot that would leave jobs undone. */
  assertComplete(kinds: readonly JobKind[] = declaredJobs): void {
    const undone = kinds.filter((kind) => this.handlers.get(kind.name)?.kind !== kind)
    if (undone.length > 0)
      throw new Error(`Nobody does the jobs ${undone.map(({ name }) => name).join(', ')}`)
  }

  private add(handler: Handler): void {
    const { name } = handler.kind
    if (this.handlers.has(name)) throw new Error(`Two handlers do the job ${name}`)
    this.handlers.set(name, handler)
  }
}

const tried = <T>(work: () => T): { value: T } | { error: Error } => {
  try {
    return { value: work() }
  } catch (error) {
    return { error: error as Error }
  }
}

const parsed = <P>(kind: JobKind<P>, payload: unknown): P => {
  const { data, error, success } = kind.payload.safeParse(payload)
  if (!success) throw new ImpossibleJob(`The job ${kind.name} carries something else: ${error.message}`)
  return data
}
