import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../../env.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { LettersService } from '../letters/letters.service.ts'
import { OidcRepository } from './oidc.repository.ts'
import { PasskeyRepository } from '../passkeys/passkey.repository.ts'
import { refuseDemo } from '../users/refuse-demo.ts'
import { UserRepository } from '../users/user.repository.ts'

/** The other issuers that speak for a person. */
@Injectable()
export class OidcIdentitiesService {
  constructor(
    private readonly repository: OidcRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly users: UserRepository,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** For the settings: one that is no longer offered here lets nobody in, and is named by its host. */
  async of(userId: string) {
    const rows = await this.repository.ofUser(userId)
    return rows.map(({ issuer, linkedAt }) => ({ ...this.nameOf(issuer), linkedAt }))
  }

  async unlink(actor: Actor, issuerId: string): Promise<void> {
    refuseDemo(actor)
    const { userId } = actor
    await this.postgres.transaction(async (tx) => {
      const user = await this.users.lock(tx, userId)
      const rows = await this.repository.ofUser(userId, tx)
      const row = rows.find(({ issuer }) => this.nameOf(issuer).issuer === issuerId)
      if (row === undefined || !(await this.repository.unlink(tx, userId, row.issuer)))
        throw new ProblemError('not-found')
      if (user?.passwordHash === null && (await this.passkeys.waysIn(tx, userId)) === 0)
        throw new ProblemError('last-way-in')
      await this.audit.own(actor, 'identity-unlinked', tx, { issuer: row.issuer })
      await this.letters.securityChanged(tx, userId, 'identity-unlinked')
    })
  }

  private nameOf(issuer: string): { issuer: string; name: string } {
    const known = this.env.issuers.find((settings) => settings.issuer === issuer)
    if (known !== undefined) return { issuer: known.id, name: known.name }
    const { hostname } = new URL(issuer)
    return { issuer: hostname.replaceAll(/[^a-z\d]+/g, '-').slice(0, 30), name: hostname }
  }
}
