import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Queries } from '../../platform/postgres/postgres.ts'
import { presentAuditEntry } from './audit.presenter.ts'
import { AuditRepository, type AuditRow } from './audit.repository.ts'
import type { AuditDraft, AuditEvent } from './audit.types.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../platform/http/id-page.ts'

/** What happened on accounts. Entries are written in the transaction of what they tell, and never change. */
@Injectable()
export class AuditService {
  constructor(
    private readonly repository: AuditRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** Writes an entry, with `on` the transaction of what it tells. */
  async record(draft: AuditDraft, on: Queries = this.postgres): Promise<void> {
    const { event, actorId = null, subjectId = null, origin = null, detail = {} } = draft
    const { address = null, userAgent = null } = origin ?? {}
    await this.repository.insert(on, {
      id: v7(),
      at: this.clock.nowIso(),
      event,
      actorId,
      subjectId,
      address,
      userAgent,
      detail,
    })
  }

  /** A person changed something about their own account. */
  async own(actor: Actor, event: AuditEvent, on: Queries, detail: AuditRow['detail'] = {}): Promise<void> {
    const { userId, origin } = actor
    await this.record({ event, actorId: userId, subjectId: userId, origin, detail }, on)
  }

  listOwn({ userId }: Actor, page: PageInput) {
    return this.page({ userId, event: null }, page, userId)
  }

  listAll(actor: Actor, filter: PageInput & { userId?: string | undefined; event?: string | undefined }) {
    if (!actor.permissions.has('audit.read')) throw new ProblemError('forbidden')
    return this.page({ userId: filter.userId ?? null, event: filter.event ?? null }, filter, null)
  }

  /** Part of deleting an account: the events stay, what names the person goes. */
  async anonymise(on: Queries, userId: string): Promise<void> {
    await this.repository.anonymise(on, userId)
  }

  private async page(
    filter: { userId: string | null; event: string | null },
    { limit = 50, cursor }: PageInput,
    viewer: string | null,
  ) {
    const rows = await this.repository.list({ ...filter, before: beforeOf(cursor), limit: limit + 1 })
    return pageOfRows(rows, limit, (row) => presentAuditEntry(row, viewer))
  }
}
