import { setTimeout as pause } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import type { secondFactorSchema } from '@streamline/contract'
import type * as z from 'zod'
import { Clock } from '../../../platform/clock/clock.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import { networkOf } from '../../../platform/limits/network.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { normalisedEmail } from '../../../platform/mail/normalised-email.ts'
import { signInLimits } from './sign-in.limits.ts'
import { LettersService } from '../letters/letters.service.ts'
import { PasswordHashingService } from '../passwords/password-hashing.service.ts'
import type { SignedIn } from '../sessions/session.types.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import type { ClientContext } from '../sessions/session.types.ts'
import { UserRepository, type UserRow } from '../users/user.repository.ts'
import { WaysInService } from '../ways-in/ways-in.service.ts'
import { deviceOf } from '../../../platform/http/whereabouts.ts'

type SecondFactorNeeded = z.infer<typeof secondFactorSchema>

/** What a guess costs a stranger at an account that is being guessed at from everywhere. */
const SLOWED_BY = 1500

/** The ways to a session. Whoever is blocked, deleted or unknown gets the answer of a wrong password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly users: UserRepository,
    private readonly passwords: PasswordHashingService,
    private readonly sessions: SessionsService,
    private readonly waysIn: WaysInService,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async withPassword(
    email: string,
    password: string,
    client: ClientContext,
  ): Promise<SignedIn | SecondFactorNeeded> {
    const emailNormalised = normalisedEmail(email)
    const network = networkOf(client.address)
    const taken = await this.limits.requireAll(
      [signInLimits.account, emailNormalised, network],
      [signInLimits.network, network],
    )
    const found = await this.users.byEmail(emailNormalised)
    const everywhere = await this.limits.take(signInLimits.everywhere, emailNormalised)
    if (everywhere.wait > 0) await this.slowStrangers(found, client)
    const user = found?.status === 'ACTIVE' ? found : undefined
    const isRight = await this.passwords.matches(password, user?.passwordHash ?? null)
    if (user === undefined || !isRight) return this.refuse(found, client)
    await this.limits.giveBack([...taken, everywhere])
    await this.limits.forget(signInLimits.account, emailNormalised, network)
    const { passwordHash } = user
    const isOutdated = passwordHash !== null && (await this.passwords.needsNewHash(passwordHash, password))
    const newHash = isOutdated ? await this.passwords.hash(password) : null
    const opened = await this.postgres.transaction(async (tx) => {
      // Locked, so that a password that is replaced at this moment opens nothing, nor comes back as a new hash.
      const current = (await this.users.lock(tx, user.id))?.passwordHash ?? null
      const isSame = current === passwordHash
      if (!isSame && !(await this.passwords.matches(password, current))) return undefined
      if (isSame && newHash !== null) await this.users.rehash(tx, user.id, newHash)
      const ticket = await this.waysIn.challenge(tx, user.id)
      if (ticket !== null) return { secondFactor: ticket }
      return this.start(tx, user.id, client, 'password')
    })
    return opened ?? this.refuse(user, client)
  }

  /** Another pair of tokens for one that is still good. */
  async refresh(token: string, client: ClientContext): Promise<SignedIn> {
    const tokens = await this.sessions.refresh(token, client)
    const user = await this.users.byId(tokens.userId)
    if (user === undefined) throw new ProblemError('session-ended')
    return { user, tokens }
  }

  /** A session for somebody who has proved who they are; the last step of every way in. */
  async start(tx: Tx, userId: string, client: ClientContext, by: string): Promise<SignedIn> {
    // Locked, so that who is blocked at this moment does not slip in.
    const user = await this.users.lock(tx, userId)
    if (user?.status !== 'ACTIVE') throw new ProblemError('wrong-credentials')
    const before = await this.sessions.whereaboutsOf(userId, tx)
    const device = deviceOf(client.userAgent)
    if (before.length > 0 && before.every(({ userAgent }) => deviceOf(userAgent) !== device))
      await this.letters.newDevice(tx, user, client)
    await this.users.signedIn(tx, userId, this.clock.nowIso())
    await this.audit.record(
      { event: 'signed-in', actorId: userId, subjectId: userId, origin: client, detail: { by } },
      tx,
    )
    return { user, tokens: await this.sessions.start(tx, userId, client) }
  }

  private async refuse(user: UserRow | undefined, origin: ClientContext): Promise<never> {
    const subjectId = user?.id ?? null
    await this.audit.record({ event: 'sign-in-failed', subjectId, origin, detail: { by: 'password' } })
    throw new ProblemError('wrong-credentials')
  }

  /** Nobody can lock somebody else out: an account under attack answers strangers slowly, and its owner as ever. */
  private async slowStrangers(user: UserRow | undefined, client: ClientContext): Promise<void> {
    const network = networkOf(client.address)
    const known = user === undefined ? [] : await this.sessions.whereaboutsOf(user.id)
    if (!known.some(({ address }) => networkOf(address) === network)) await pause(SLOWED_BY)
  }
}
