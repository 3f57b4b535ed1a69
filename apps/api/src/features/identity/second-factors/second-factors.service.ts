import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import { OidcIdentities } from '../oidc/oidc-identities.service.ts'
import { PasskeysService } from '../passkeys/passkeys.service.ts'
import { SecondFactorRepository } from './second-factor.repository.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import { TotpService } from './totp.service.ts'
import { WaysIn, type Proof, type SecondFactorTicket, type WaysInSummary } from './ways-in.ts'

const LIFETIME = 10 * 60_000
export const MOST_TRIES = 5

/**
 * A second factor is on while an authenticator app is: its recovery codes are what is left when everything is lost.
 * Passkeys then count as a factor as well.
 */
@Injectable()
export class SecondFactors extends WaysIn implements OnModuleInit {
  constructor(
    private readonly repository: SecondFactorRepository,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly identities: OidcIdentities,
    private readonly secrets: Secrets,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {
    super()
  }

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

  async forget(tx: Tx, userId: string): Promise<void> {
    await this.totp.forget(tx, userId)
    await this.passkeys.forget(tx, userId)
  }

  async withdrawTickets(tx: Tx, userId: string): Promise<void> {
    await this.repository.removeOf(tx, userId)
  }
}
