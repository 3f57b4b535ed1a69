import { Injectable } from '@nestjs/common'
import type { failedJobSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { Actor } from '../../platform/http/actor.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../platform/http/id-page.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { Jobs } from '../../platform/queue/jobs.ts'
import { AuditService } from '../audit/audit.service.ts'

type FailedJobAnswer = z.infer<typeof failedJobSchema>

/** What was given up: letters that no server took, calls that nobody answered. Nobody's words are in it. */
@Injectable()
export class FailedJobsService {
  constructor(
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
  ) {}

  async list({ permissions }: Actor, { limit = 50, cursor }: PageInput) {
    if (!permissions.has('jobs.read')) throw new ProblemError('forbidden')
    const rows = await this.jobs.failed(beforeOf(cursor), limit + 1)
    return pageOfRows(rows, limit, ({ createdAt, failedAt, ...row }): FailedJobAnswer => ({
      ...row,
      createdAt: new Date(createdAt).toISOString(),
      failedAt: new Date(failedAt).toISOString(),
    }))
  }

  async retry(actor: Actor, id: string): Promise<void> {
    if (!actor.permissions.has('jobs.retry')) throw new ProblemError('forbidden')
    await this.postgres.transaction(async (tx) => {
      if (!(await this.jobs.tryAgain(tx, id))) throw new ProblemError('not-found')
      await this.audit.own(actor, 'job-retried', tx, { id })
    })
  }
}
