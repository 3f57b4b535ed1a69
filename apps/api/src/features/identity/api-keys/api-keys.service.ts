import { Injectable } from '@nestjs/common'
import type { apiKeySchema, ApiKeyScope } from '@streamline/contract'
import { addDays, parseCalendarDate, type CalendarDate } from '@streamline/domain'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { ifPossible } from '../../../platform/postgres/outage.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { hintOf, isApiKey, newApiKey } from './api-key-secret.ts'
import { ApiKeyRepository, type ApiKeyRow } from './api-key.repository.ts'
import { USE_NOTED_EVERY, type ApiKeyPrincipal } from './api-key.types.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { LettersService } from '../letters/letters.service.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../../platform/http/id-page.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import { UserRepository } from '../users/user.repository.ts'

type ApiKeyAnswer = z.infer<typeof apiKeySchema>

const MOST_KEPT = 20
/** Who wants one for longer takes one without an end. */
const LONGEST_DAYS = 3660

interface Draft {
  name: string
  scopes: readonly ApiKeyScope[]
  expiresOn?: CalendarDate | undefined
}

/** Keys of people's own scripts. A key speaks for its owner, as far as its scopes reach, until it is removed. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly users: UserRepository,
    private readonly secrets: Secrets,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async principalOf(key: string): Promise<ApiKeyPrincipal | undefined> {
    if (!isApiKey(key)) return undefined
    const row = await this.keys.byHash(this.secrets.hashOfToken(key), this.today())
    if (row === undefined) return undefined
    const { id, userId, scopes, lastUsedAt } = row
    const now = this.clock.now()
    const unlessSince = new Date(now - USE_NOTED_EVERY).toISOString()
    if (lastUsedAt === null || now - Date.parse(lastUsedAt) >= USE_NOTED_EVERY)
      await ifPossible(() => this.keys.used(id, this.clock.nowIso(), unlessSince))
    return { id, userId, scopes: new Set(scopes) }
  }

  async list({ userId }: Actor, { limit = 50, cursor }: PageInput) {
    const rows = await this.keys.ofUser(userId, beforeOf(cursor), limit + 1)
    return pageOfRows(rows, limit, presentApiKey)
  }

  /** The only time that the key itself is seen. */
  async create(actor: Actor, { name, scopes, expiresOn }: Draft): Promise<ApiKeyAnswer & { key: string }> {
    if (actor.demo) throw new ProblemError('forbidden')
    this.checkEnd(expiresOn)
    const key = newApiKey()
    const row = {
      id: v7(),
      name,
      hint: hintOf(key),
      scopes: [...new Set(scopes)],
      createdAt: this.clock.nowIso(),
      expiresOn: expiresOn ?? null,
    }
    await this.postgres.transaction(async (tx) => {
      await this.admit(tx, actor)
      await this.keys.insert(tx, { ...row, userId: actor.userId, hash: this.secrets.hashOfToken(key) })
      await this.letters.securityChanged(tx, actor.userId, 'api-key-created')
      const detail = { apiKeyId: row.id, name, scopes: row.scopes.join(' ') }
      await this.audit.own(actor, 'api-key-created', tx, detail)
    })
    return { ...presentApiKey({ ...row, lastUsedAt: null }), key }
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      const name = await this.keys.remove(tx, id, actor.userId)
      if (name === undefined) throw new ProblemError('not-found')
      await this.audit.own(actor, 'api-key-removed', tx, { apiKeyId: id, name })
    })
  }

  /** Locked, so that two keys made at once are counted one after the other. */
  private async admit(tx: Tx, { userId }: Actor): Promise<void> {
    const user = await this.users.lock(tx, userId)
    if (user === undefined) throw new ProblemError('session-ended')
    if (!user.emailVerified) throw new ProblemError('email-not-verified')
    if ((await this.keys.count(tx, userId)) >= MOST_KEPT)
      throw new ProblemError('too-many-kept', `${MOST_KEPT} keys are enough; remove one first.`)
  }

  private checkEnd(expiresOn: CalendarDate | undefined): void {
    const today = this.today()
    if (expiresOn === undefined || (expiresOn > today && expiresOn <= addDays(today, LONGEST_DAYS))) return
    const errors = [{ pointer: '/expiresOn', message: 'must be after today and within ten years' }]
    throw new ProblemError('date-out-of-range', undefined, { errors })
  }

  private today(): CalendarDate {
    return parseCalendarDate(this.clock.nowIso().slice(0, 10))
  }
}

const presentApiKey = ({ expiresOn, ...row }: ApiKeyRow): ApiKeyAnswer => ({
  ...row,
  expiresOn: expiresOn === null ? null : parseCalendarDate(expiresOn),
})
