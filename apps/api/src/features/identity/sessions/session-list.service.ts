import { Injectable } from '@nestjs/common'
import type { sessionInfoSchema } from '@streamline/contract'
import type * as z from 'zod'
import { Clock } from '../../../platform/clock/clock.ts'
import { sessionOf, type Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../../platform/http/id-page.ts'
import { SessionListRepository, type SessionInfoRow } from './session-list.repository.ts'
import { SessionRepository } from './session.repository.ts'
import { SessionsService } from './sessions.service.ts'
import { deviceOf, placeOf } from '../../../platform/http/whereabouts.ts'

/** Where a person is signed in. A session that ends has no power from that moment on: each request asks. */
@Injectable()
export class SessionListService {
  constructor(
    private readonly list: SessionListRepository,
    private readonly repository: SessionRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async listOwn({ userId, sessionId }: Actor, { limit = 50, cursor }: PageInput) {
    const rows = await this.list.ofUser(userId, this.clock.nowIso(), beforeOf(cursor), limit + 1)
    return pageOfRows(rows, limit, (row) => presentSessionInfo(row, sessionId))
  }

  async endOwn(actor: Actor, id: string): Promise<void> {
    const now = this.clock.nowIso()
    await this.postgres.transaction(async (tx) => {
      if (!(await this.list.lockOwn(tx, id, actor.userId, now))) throw new ProblemError('not-found')
      await this.repository.end(tx, id, now, 'revoked')
      await this.audit.own(actor, 'session-ended', tx, { sessionId: id })
    })
  }

  /** Every session but the one that asks. Answers how many ended. */
  async endOthers(actor: Actor) {
    const kept = sessionOf(actor)
    return this.postgres.transaction(async (tx) => {
      const ended = await this.sessions.endAllOf(tx, actor.userId, 'revoked', kept)
      if (ended > 0) await this.audit.own(actor, 'session-ended', tx, { ended })
      return { ended }
    })
  }
}

const presentSessionInfo = (
  { userAgent, address, ...row }: SessionInfoRow,
  current: string | null,
): z.infer<typeof sessionInfoSchema> => ({
  ...row,
  device: deviceOf(userAgent) ?? '?',
  place: placeOf(address),
  isCurrent: row.id === current,
})
