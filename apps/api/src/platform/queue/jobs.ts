import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../clock/clock.ts'
import type { Queries, Tx } from '../postgres/postgres.ts'
import { JobRelay } from './job-relay.ts'
import { JobRepository, type FailedJob } from './job.repository.ts'
import { declaredJobs, type JobKind } from './job.ts'

/** A job that does not exist yet. */
export interface JobDraft<P = unknown> {
  readonly kind: JobKind<P>
  readonly payload: P
  /** Jobs of one kind in one lane are done in their order. */
  readonly lane?: string | undefined
  /** Who leaves it does it right after the commit, so nobody is called; others find it where that fails. */
  readonly isOwn?: boolean
}

/** Where work is left that somebody does later. */
@Injectable()
export class Jobs {
  constructor(
    private readonly repository: JobRepository,
    private readonly relay: JobRelay,
    private readonly clock: Clock,
  ) {}

  /** Part of the caller's transaction: the job exists if that commits, and is begun at once then. Answers its id. */
  async enqueue<P>(
    on: Queries,
    kind: JobKind<P>,
    payload: P,
    more: Pick<JobDraft, 'lane' | 'isOwn'> = {},
  ): Promise<string> {
    const [id = ''] = await this.enqueueAll(on, [{ kind, payload, ...more }])
    return id
  }

  /** As `enqueue`, in their order. */
  async enqueueAll(on: Queries, drafts: readonly JobDraft[]): Promise<string[]> {
    if (drafts.length === 0) return []
    const createdAt = this.clock.nowIso()
    const rows = drafts.map(({ kind, payload, lane = null }) => ({
      id: v7(),
      kind: kind.name,
      payload: kind.payload.parse(payload),
      lane,
      createdAt,
    }))
    await this.repository.insert(on, rows)
    on.afterCommit(() => {
      const called = rows.filter((_, at) => drafts[at]?.isOwn !== true)
      for (const kind of new Set(drafts.map((draft) => draft.kind)))
        this.relay.wake(
          kind,
          called.filter((row) => row.kind === kind.name).map(({ id }) => id),
        )
    })
    return rows.map(({ id }) => id)
  }

  /** What has failed for good, the newest first. */
  failed(before: string, limit: number): Promise<FailedJob[]> {
    return this.repository.allFailed(before, limit)
  }

  /** False where none of that id has failed. It is begun at once after the commit. */
  async tryAgain(tx: Tx, id: string): Promise<boolean> {
    const kind = await this.repository.tryAgain(tx, id, this.clock.now())
    const declared = declaredJobs.find(({ name }) => name === kind)
    if (declared !== undefined) tx.afterCommit(() => this.relay.wake(declared, [id]))
    return kind !== undefined
  }

  /** Strikes off all that waits in a lane, and what has failed there: what it was about is gone. */
  async forgetLane(tx: Tx, lane: string): Promise<void> {
    await this.repository.forget(tx, lane)
  }
}
