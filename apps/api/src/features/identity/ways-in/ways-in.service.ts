import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import { OidcIdentitiesService } from '../oidc/oidc-identities.service.ts'
import { PasskeysService } from '../passkeys/passkeys.service.ts'
import { SecondFactorRepository } from './second-factor.repository.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import { TotpService } from '../totp/totp.service.ts'
import type { Proof, SecondFactorTicket, WaysInSummary } from './ways-in.types.ts'

const LIFETIME = 10 * 60_000

/**
 * What lets a person in besides a password: authenticator apps, passkeys, other issuers.
 *
 * A second factor is on while an authenticator app is: its recovery codes are what is left when everything is lost.
 * Passkeys then count as a factor as well.
 */
@Injectable()
export class WaysInService implements OnModuleInit {
  constructor(
    private readonly repository: SecondFactorRepository,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly identities: OidcIdentitiesService,
    private readonly secrets: Secrets,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    const run = () => this.repository.purge(this.clock.nowIso())
    this.ticks.register({ name: 'second-factor-tickets', run })
  }

  async summary(userId: string): Promise<WaysInSummary> {
    const [totp, recoveryCodesLeft, passkeys, identities] = await Promise.all([
      this.totp.isOn(userId),
      this.totp.recoveryCodesLeft(userId),
      this.passkeys.count(userId),
      this.identities.of(userId),
    ])
    return { totp, recoveryCodesLeft, passkeys, identities }
  }

  /** After a right password: the ticket that buys a session together with a factor; null where no factor is on. */
  async challenge(on: Queries, userId: string): Promise<SecondFactorTicket | null> {
    if (!(await this.totp.isOn(userId, on))) return null
    const hasCodes = (await this.totp.recoveryCodesLeft(userId, on)) > 0
    const hasPasskeys = (await this.passkeys.count(userId, on)) > 0
    const ticket = this.secrets.token()
    const expiresAt = new Date(this.clock.now() + LIFETIME).toISOString()
    await this.repository.insert(on, this.secrets.hashOfToken(ticket), userId, expiresAt)
    const methods: SecondFactorTicket['methods'] = ['totp']
    if (hasCodes) methods.push('recoveryCode')
    if (hasPasskeys) methods.push('passkey')
    return { ticket, methods }
  }

  /** Whether a code or a passkey of the person proves that it is them; false without one. */
  async proves(actor: Actor, { code, passkey }: Proof): Promise<boolean> {
    const challenge =
      passkey === undefined
        ? undefined
        : await this.passkeys.takeChallenge(passkey.challengeId, 'sign-in', null)
    return this.postgres.transaction(async (tx) => {
      if (code !== undefined) return this.totp.accepts(tx, actor.userId, code)
      if (passkey === undefined || challenge === undefined) return false
      const use = await this.passkeys.accepts(tx, passkey.response, challenge)
      return use?.userId === actor.userId && use.isVerified
    })
  }

  /** Whoever made the account without proving its address keeps no way into it once its owner comes. */
  async forget(tx: Tx, userId: string): Promise<void> {
    await this.totp.forget(tx, userId)
    await this.passkeys.forget(tx, userId)
  }

  /** Tickets that an old password bought are worth nothing under a new one. */
  async withdrawTickets(tx: Tx, userId: string): Promise<void> {
    await this.repository.removeOf(tx, userId)
  }
}
