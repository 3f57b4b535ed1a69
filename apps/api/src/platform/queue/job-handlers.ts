import { Injectable } from '@nestjs/common'
import { declaredJobs, type JobKind } from './job.ts'

/** A job that can never succeed: nobody knows its name, or it carries something else than its kind says. */
export class ImpossibleJob extends Error {
  override readonly name = 'ImpossibleJob'
}

interface Handler {
  readonly kind: JobKind
  readonly run: (payload: unknown) => Promise<void>
}

/** Who does which job. A job is only a door: the work is a service's. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, Handler>()

  handle<P>(kind: JobKind<P>, run: (payload: P) => Promise<void>): void {
    if (this.handlers.has(kind.name)) throw new Error(`Two handlers do the job ${kind.name}`)
    this.handlers.set(kind.name, { kind, run: (payload) => run(kind.payload.parse(payload)) })
  }

  /** Stops a boot that would leave jobs undone. */
  assertComplete(kinds: readonly JobKind[] = declaredJobs): void {
    const undone = kinds.filter((kind) => this.handlers.get(kind.name)?.kind !== kind)
    if (undone.length > 0)
      throw new Error(`Nobody does the jobs ${undone.map(({ name }) => name).join(', ')}`)
  }

  async run(name: string, payload: unknown): Promise<void> {
    const handler = this.handlers.get(name)
    if (handler === undefined) throw new ImpossibleJob(`Nobody does the job ${name}`)
    const parsed = handler.kind.payload.safeParse(payload)
    if (!parsed.success)
      throw new ImpossibleJob(`The job ${name} carries something else: ${parsed.error.message}`)
    await handler.run(payload)
  }
}
