import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor, RequestOrigin } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Queries } from '../../platform/postgres/postgres.ts'
import { presentAuditEntry } from './audit.presenter.ts'
import { AuditRepository, type AuditRow } from './audit.repository.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../platform/http/id-page.ts'

export type AuditEvent =
  | 'registered'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'confirmed'
  | 'email-verified'
  | 'email-changed'
  | 'phone-verified'
  | 'password-changed'
  | 'password-reset'
  | 'password-reset-asked'
  | 'totp-on'
  | 'totp-off'
  | 'recovery-codes-renewed'
  | 'recovery-code-used'
  | 'second-factor-failed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'identity-linked'
  | 'identity-unlinked'
  | 'api-key-created'
  | 'api-key-removed'
  | 'session-ended'
  | 'refresh-reused'
  | 'device-registered'
  | 'device-removed'
  | 'role-granted'
  | 'role-taken'
  | 'user-blocked'
  | 'user-unblocked'
  | 'access-denied'
  | 'member-invited'
  | 'invitation-revoked'
  | 'household-joined'
  | 'household-left'
  | 'household-deleted'
  | 'member-removed'
  | 'role-changed'
  | 'ownership-transferred'
  | 'guest-link-made'
  | 'guest-link-revoked'
  | 'data-exported'
  | 'deletion-asked'
  | 'deletion-withdrawn'
  | 'account-deleted'

export interface AuditDraft {
  event: AuditEvent
  /** Who did it; without one a stranger or the system. */
  actorId?: string | null
  /** Whose account it happened to. */
  subjectId?: string | null
  origin?: RequestOrigin | null
  detail?: AuditRow['detail']
}

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
