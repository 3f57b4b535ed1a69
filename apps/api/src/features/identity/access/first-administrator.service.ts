import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { normalisedEmail } from '../../../platform/mail/normalised-email.ts'
import { RoleRepository } from './role.repository.ts'
import { UserRepository } from '../users/user.repository.ts'

/** `ADMIN_EMAIL` becomes administrator once the address is proved, and only while there is none. */
@Injectable()
export class FirstAdministratorService implements OnModuleInit {
  constructor(
    private readonly users: UserRepository,
    private readonly roles: RoleRepository,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The variable may have been set after the address was proved. */
  async onModuleInit(): Promise<void> {
    const { adminEmail } = this.env
    if (adminEmail === undefined) return
    const user = await this.users.byEmail(normalisedEmail(adminEmail))
    if (user?.emailVerified && user.status === 'ACTIVE')
      await this.postgres.transaction((tx) => this.welcome(tx, user.id, user.email))
  }

  async welcome(tx: Tx, userId: string, email: string): Promise<void> {
    const { adminEmail } = this.env
    if (adminEmail === undefined || normalisedEmail(email) !== normalisedEmail(adminEmail)) return
    if ((await this.roles.lockAdministrators(tx)).length > 0) return
    await this.roles.grant(tx, userId, 'administrator', null, this.clock.nowIso())
    await this.audit.record(
      { event: 'role-granted', subjectId: userId, detail: { role: 'administrator' } },
      tx,
    )
  }
}
