import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Limits, tooMany } from '../../../platform/limits/limits.ts'
import { networkOf } from '../../../platform/limits/network.ts'
import { normalisedEmail } from '../../../platform/mail/normalised-email.ts'
import { constraintOf } from '../../../platform/postgres/outage.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { JoiningService } from '../../households/joining.service.ts'
import { FirstAdministratorService } from '../access/first-administrator.service.ts'
import { EmailVerificationService } from '../addresses/email-verification.service.ts'
import { PasswordHashingService } from '../passwords/password-hashing.service.ts'
import { refuseCommonPassword } from '../passwords/password-rules.ts'
import type { ClientContext, SignedIn } from '../sessions/session.types.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { UserRepository } from '../users/user.repository.ts'
import { registerLimit } from './sign-in.limits.ts'

interface Registration {
  email: string
  password: string
  name: string
  phone?: string | undefined
  country?: string | undefined
  timeZone?: string | undefined
  householdName?: string | undefined
  invitation?: string | undefined
}

/** How accounts begin: by registering, by another issuer, or for a look around. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly users: UserRepository,
    private readonly passwords: PasswordHashingService,
    private readonly sessions: SessionsService,
    private readonly households: HouseholdsService,
    private readonly joining: JoiningService,
    private readonly verification: EmailVerificationService,
    private readonly administrator: FirstAdministratorService,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** An account, its first household or the one it was invited to, and a session; or nothing of it. */
  async register(input: Registration, client: ClientContext): Promise<SignedIn> {
    await this.limits.require(registerLimit, networkOf(client.address))
    await refuseCommonPassword(input.password, input.email)
    const passwordHash = await this.passwords.hash(input.password)
    const user = { ...input, id: v7(), phone: input.phone ?? null, passwordHash, demoUntil: null }
    const made = this.postgres.transaction(async (tx) => {
      const signedIn = await this.create(tx, user, input.invitation === undefined ? input : undefined, client)
      if (input.invitation !== undefined)
        await this.joining.acceptIn(tx, input.invitation, {
          userId: user.id,
          name: user.name,
          origin: client,
        })
      await this.verification.welcome(tx, signedIn.user, client.locale)
      return signedIn
    })
    return made.catch((error: unknown) => this.refuseTaken(error, input.email))
  }

  /** Somebody whose address another issuer has verified; they have no password. */
  async registerVerified(
    tx: Tx,
    { email, name }: Pick<Registration, 'email' | 'name'>,
    home: Pick<Registration, 'country' | 'timeZone'>,
    client: ClientContext,
  ): Promise<SignedIn> {
    const taken = await this.limits.takeIn(tx, registerLimit, networkOf(client.address))
    if (taken.wait > 0) throw tooMany(taken)
    const user = { id: v7(), email, name, phone: null, passwordHash: null, demoUntil: null }
    const made = await this.create(tx, user, home, client)
    await this.users.setEmail(tx, made.user.id, email, normalisedEmail(email), this.clock.nowIso())
    await this.administrator.welcome(tx, made.user.id, email)
    return { ...made, user: { ...made.user, emailVerified: true } }
  }

  /** A visitor without a password, who is gone at `until`. */
  async registerDemo(name: string, until: number, client: ClientContext): Promise<SignedIn> {
    const id = v7()
    const demoUntil = new Date(until).toISOString()
    const user = { id, email: `demo+${id}@invalid`, name, phone: null, passwordHash: null, demoUntil }
    return this.postgres.transaction((tx) => this.create(tx, user, undefined, client))
  }

  private async create(
    tx: Tx,
    user: Omit<Parameters<UserRepository['insert']>[1], 'createdAt' | 'emailNormalised'>,
    home: Pick<Registration, 'country' | 'timeZone' | 'householdName'> | undefined,
    client: ClientContext,
  ): Promise<SignedIn> {
    const emailNormalised = normalisedEmail(user.email)
    const row = await this.users.insert(tx, { ...user, emailNormalised, createdAt: this.clock.nowIso() })
    if (home !== undefined) {
      const name = home.householdName ?? `${user.name.slice(0, 100)}’s household`
      await this.households.createIn(tx, {
        ...home,
        id: v7(),
        name,
        owner: { userId: row.id, name: row.name },
      })
    }
    await this.audit.record({ event: 'registered', actorId: row.id, subjectId: row.id, origin: client }, tx)
    return { user: row, tokens: await this.sessions.start(tx, row.id, client) }
  }

  /** Who registers learns that the address is taken, and its owner that somebody tried. */
  private async refuseTaken(error: unknown, email: string): Promise<never> {
    const constraint = constraintOf(error)
    if (constraint === 'users_email' || constraint === 'users_email_normalised') {
      await this.verification.tellOwner(normalisedEmail(email))
      throw new ProblemError('email-taken')
    }
    throw error
  }
}
