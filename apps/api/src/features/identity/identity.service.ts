import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Limits, tooMany } from '../../platform/limits/limits.ts'
import { networkOf } from '../../platform/limits/network.ts'
import { constraintOf } from '../../platform/postgres/outage.ts'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { JoiningService } from '../households/joining.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import { EmailVerification } from './addresses/email-verification.service.ts'
import { normalisedEmail } from '../../platform/mail/normalised-email.ts'
import { FirstAdministrator } from './accounts/first-administrator.ts'
import { registerLimit } from './identity.limits.ts'
import { refuseCommonPassword } from './passwords/password-rules.ts'
import type { Addressee } from './letters/letters.ts'
import { Passwords } from './passwords/passwords.ts'
import type { SignedIn } from './sessions/session-answer.ts'
import { SessionsService, type ClientContext } from './sessions/sessions.service.ts'
import { presentUser } from './accounts/user.presenter.ts'
import { UserRepository, type UserRow } from './accounts/user.repository.ts'

export { clientContextOf } from './sessions/client-context.ts'
export { answerSession, type SignedIn } from './sessions/session-answer.ts'
export type { ClientContext } from './sessions/sessions.service.ts'

export interface Registration {
  email: string
  password: string
  name: string
  phone?: string | undefined
  country?: string | undefined
  timeZone?: string | undefined
  householdName?: string | undefined
  invitation?: string | undefined
}

/** More households than a person ever has. */
const ALL_HOUSEHOLDS = 100

@Injectable()
export class IdentityService {
  constructor(
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly households: HouseholdsService,
    private readonly joining: JoiningService,
    private readonly verification: EmailVerification,
    private readonly administrator: FirstAdministrator,
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

  /** Demo visitors whose time is over, the longest gone first. */
  expiredDemos(nowMs: number, limit: number): Promise<string[]> {
    return this.users.expiredDemos(new Date(nowMs).toISOString(), limit)
  }

  /** Removes a demo visitor with every session; nobody else can be removed by this. */
  eraseDemo(tx: Tx, userId: string): Promise<void> {
    return this.users.eraseDemo(tx, userId)
  }

  async refresh(token: string, client: ClientContext): Promise<SignedIn> {
    const tokens = await this.sessions.refresh(token, client)
    return { user: await this.userOf(tokens.userId), tokens }
  }

  async me(actor: Actor) {
    return this.present(await this.userOf(actor.userId), actor)
  }

  async updateMe(actor: Actor, changes: { name?: string | undefined; locale?: string | undefined }) {
    return this.present(await this.users.update(actor.userId, changes, this.clock.nowIso()), actor)
  }

  /** Where somebody gets letters that name others: only where they proved that the address is theirs. */
  async addresseeOf(on: Queries, userId: string): Promise<Addressee | undefined> {
    const user = await this.users.byId(userId, on)
    return user?.emailVerified === true ? { email: user.email, locale: user.locale } : undefined
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

  private async userOf(id: string): Promise<UserRow> {
    const user = await this.users.byId(id)
    if (user === undefined) throw new ProblemError('session-ended')
    return user
  }

  private async present(user: UserRow, actor: Actor) {
    const { items } = await this.households.list(actor, { limit: ALL_HOUSEHOLDS })
    return {
      ...presentUser(user),
      locale: user.locale,
      permissions: [...actor.permissions],
      households: items,
    }
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
