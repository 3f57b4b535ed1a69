import { Injectable } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import { Clock } from '../../../platform/clock/clock.ts'
import { invalidInput, ProblemError } from '../../../platform/http/problem.ts'
import type { Call } from '../../../platform/http/route.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import { networkOf } from '../../../platform/limits/network.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { LettersService } from '../letters/letters.service.ts'
import { PasskeysService } from '../passkeys/passkeys.service.ts'
import { MOST_TRIES, secondFactorLimits } from '../ways-in/second-factor.limits.ts'
import { SecondFactorRepository } from '../ways-in/second-factor.repository.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import type { SignedIn } from '../sessions/session.types.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import type { ClientContext } from '../sessions/session.types.ts'
import { SignInService } from './sign-in.service.ts'
import { TotpService } from '../totp/totp.service.ts'
import { UserRepository } from '../users/user.repository.ts'
import type { PasskeyAnswer } from '../passkeys/passkey.types.ts'

type Factor = Omit<Call<typeof contract.identity.secondFactor>['input'], 'ticket'>
type Kind = 'totp' | 'recovery-code' | 'passkey'

/** Signing in with more than a password, or with a passkey instead of one. */
@Injectable()
export class SecondFactorSignInService {
  constructor(
    private readonly repository: SecondFactorRepository,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly users: UserRepository,
    private readonly secrets: Secrets,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** A question for an authenticator; with a ticket, as the second factor of its person. */
  async passkeyQuestion(ticket: string | undefined, client: ClientContext) {
    await this.limits.require(secondFactorLimits.questions, networkOf(client.address))
    if (ticket === undefined) return this.passkeys.question(null)
    return this.passkeys.question(await this.userOf(this.secrets.hashOfToken(ticket)))
  }

  /** A passkey alone is two factors, the device and who holds it, so the device must have made sure of the second. */
  async withPasskey({ challengeId, response }: PasskeyAnswer, client: ClientContext): Promise<SignedIn> {
    const network = networkOf(client.address)
    const taken = await this.limits.require(secondFactorLimits.answers, network)
    const challenge = await this.passkeys.takeChallenge(challengeId, 'sign-in', null)
    const signedIn =
      challenge === undefined
        ? undefined
        : await this.postgres.transaction(async (tx) => {
            const use = await this.passkeys.accepts(tx, response, challenge)
            return use?.isVerified === true && (await this.isActive(tx, use.userId))
              ? this.signIn.start(tx, use.userId, client, 'passkey')
              : undefined
          })
    if (signedIn !== undefined) {
      await this.limits.giveBack([taken])
      return signedIn
    }
    await this.audit.record({ event: 'sign-in-failed', origin: client, detail: { by: 'passkey' } })
    throw new ProblemError('second-factor-failed')
  }

  /** A ticket and a factor are a session; five wrong tries and the ticket is gone. */
  async withTicket(ticket: string, factor: Factor, client: ClientContext): Promise<SignedIn> {
    const kind = kindOf(factor)
    const hash = this.secrets.hashOfToken(ticket)
    const userId = await this.userOf(hash)
    await this.refuseGuessers(userId, client)
    const challenge =
      factor.passkey === undefined
        ? undefined
        : await this.passkeys.takeChallenge(factor.passkey.challengeId, 'second-factor', userId)
    const signedIn = await this.postgres.transaction(async (tx) => {
      const wrongTries = await this.repository.lock(tx, hash, this.clock.nowIso(), MOST_TRIES)
      if (wrongTries === undefined || !(await this.isActive(tx, userId)))
        throw new ProblemError('session-ended')
      if (!(await this.accepts(tx, userId, factor, challenge)))
        return this.refuse(tx, hash, userId, kind, wrongTries + 1, client)
      await this.repository.remove(tx, hash)
      if (kind === 'recovery-code') await this.tellOfRecovery(tx, userId, client)
      return this.signIn.start(tx, userId, client, kind)
    })
    if (signedIn === undefined) throw new ProblemError('second-factor-failed')
    await this.limits.forget(secondFactorLimits.account, userId, networkOf(client.address))
    return signedIn
  }

  private async accepts(tx: Tx, userId: string, factor: Factor, challenge: string | undefined) {
    const { code, recoveryCode, passkey } = factor
    if (code !== undefined) return this.totp.accepts(tx, userId, code)
    if (recoveryCode !== undefined) return this.totp.acceptsRecoveryCode(tx, userId, recoveryCode)
    if (passkey === undefined || challenge === undefined) return false
    return (await this.passkeys.accepts(tx, passkey.response, challenge))?.userId === userId
  }

  private async refuse(
    tx: Tx,
    hash: Buffer,
    userId: string,
    by: Kind,
    wrongTries: number,
    origin: ClientContext,
  ): Promise<undefined> {
    await this.repository.failed(tx, hash)
    await this.audit.record({ event: 'second-factor-failed', subjectId: userId, origin, detail: { by } }, tx)
    // Whoever came this far knows the password: its owner should hear of it.
    if (wrongTries === MOST_TRIES) await this.letters.securityChanged(tx, userId, 'second-factor-guessed')
  }

  private async tellOfRecovery(tx: Tx, userId: string, origin: ClientContext): Promise<void> {
    await this.audit.record({ event: 'recovery-code-used', actorId: userId, subjectId: userId, origin }, tx)
    await this.letters.securityChanged(tx, userId, 'recovery-code-used')
  }

  /** The owner, where they were before, is never locked out by a stranger who knows the password. */
  private async refuseGuessers(userId: string, { address }: ClientContext): Promise<void> {
    const network = networkOf(address)
    const known = await this.sessions.whereaboutsOf(userId)
    const isStranger = known.every((origin) => networkOf(origin.address) !== network)
    await this.limits.requireAll(
      [secondFactorLimits.account, userId, network],
      ...(isStranger ? [[secondFactorLimits.strangers, userId] as const] : []),
    )
  }

  private async userOf(hash: Buffer): Promise<string> {
    const userId = await this.repository.userOf(hash, this.clock.nowIso(), MOST_TRIES)
    if (userId === undefined) throw new ProblemError('session-ended')
    return userId
  }

  /** Locked, so that who is blocked at this moment does not slip in. */
  private async isActive(tx: Tx, userId: string): Promise<boolean> {
    return (await this.users.lock(tx, userId))?.status === 'ACTIVE'
  }
}

function kindOf({ code, recoveryCode, passkey }: Factor): Kind {
  const given = [code, recoveryCode, passkey].filter((factor) => factor !== undefined)
  if (given.length !== 1) throw invalidInput('', 'needs one of code, recoveryCode and passkey')
  if (code !== undefined) return 'totp'
  return recoveryCode === undefined ? 'passkey' : 'recovery-code'
}
