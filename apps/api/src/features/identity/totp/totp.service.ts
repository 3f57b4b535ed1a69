import { Inject, Injectable, Logger } from '@nestjs/common'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import { SealedBox } from '../../../platform/secrets/sealed-box.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { LettersService } from '../letters/letters.service.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts'
import { refuseDemo } from '../users/refuse-demo.ts'
import { TotpRepository, type TotpRow } from './totp.repository.ts'
import { UserRepository } from '../users/user.repository.ts'

/** The authenticator app of a person, and the codes for the day it is lost. */
@Injectable()
export class TotpService {
  private readonly log = new Logger('Authenticator apps')
  private readonly box: SealedBox

  constructor(
    private readonly repository: TotpRepository,
    private readonly users: UserRepository,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    @Inject(ENV) env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'authenticator apps')
  }

  /** A secret that counts for nothing yet; asking again replaces it. */
  async start(actor: Actor): Promise<{ secret: string; uri: string }> {
    refuseDemo(actor)
    const secret = newTotpSecret()
    const email = await this.postgres.transaction(async (tx) => {
      const user = await this.users.lock(tx, actor.userId)
      if (user === undefined) throw new ProblemError('session-ended')
      const isBegun = await this.repository.begin(tx, user.id, this.box.seal(secret), this.clock.nowIso())
      if (!isBegun) throw new ProblemError('already-on')
      return user.email
    })
    return { secret, uri: totpUri(secret, email) }
  }

  /** On from the first right code. */
  async confirm(actor: Actor, code: string): Promise<{ recoveryCodes: string[] }> {
    refuseDemo(actor)
    return this.postgres.transaction(async (tx) => {
      await this.users.lock(tx, actor.userId)
      const row = await this.repository.lock(tx, actor.userId)
      if (row?.isOn === true) throw new ProblemError('already-on')
      if (row === undefined || !(await this.take(tx, actor.userId, row, code)))
        throw new ProblemError('second-factor-failed')
      await this.audit.own(actor, 'totp-on', tx)
      await this.letters.securityChanged(tx, actor.userId, 'totp-on')
      return { recoveryCodes: await this.renewCodes(tx, actor.userId) }
    })
  }

  async remove(actor: Actor): Promise<void> {
    refuseDemo(actor)
    await this.postgres.transaction(async (tx) => {
      await this.users.lock(tx, actor.userId)
      if (!(await this.repository.remove(tx, actor.userId))) return
      await this.audit.own(actor, 'totp-off', tx)
      await this.letters.securityChanged(tx, actor.userId, 'totp-off')
    })
  }

  async renewRecoveryCodes(actor: Actor): Promise<{ recoveryCodes: string[] }> {
    refuseDemo(actor)
    return this.postgres.transaction(async (tx) => {
      await this.users.lock(tx, actor.userId)
      if (!(await this.repository.isOn(actor.userId, tx))) throw new ProblemError('illegal-transition')
      await this.audit.own(actor, 'recovery-codes-renewed', tx)
      await this.letters.securityChanged(tx, actor.userId, 'recovery-codes-renewed')
      return { recoveryCodes: await this.renewCodes(tx, actor.userId) }
    })
  }

  async forget(tx: Tx, userId: string): Promise<void> {
    await this.repository.remove(tx, userId)
  }

  isOn(userId: string, on?: Queries): Promise<boolean> {
    return this.repository.isOn(userId, on)
  }

  recoveryCodesLeft(userId: string, on?: Queries): Promise<number> {
    return this.repository.codesLeft(userId, on)
  }

  /** Whether it is a code of now, which it is once. */
  async accepts(tx: Tx, userId: string, code: string): Promise<boolean> {
    const row = await this.repository.lock(tx, userId)
    return row?.isOn === true && this.take(tx, userId, row, code)
  }

  /** Whether it is one of the person's codes, which it is once. */
  acceptsRecoveryCode(tx: Tx, userId: string, typed: string): Promise<boolean> {
    return this.repository.useCode(tx, userId, hashOfRecoveryCode(typed))
  }

  private async take(tx: Tx, userId: string, row: TotpRow, code: string): Promise<boolean> {
    const secret = this.box.open(row.sealedSecret)
    // Still on, and no code is right: whoever has a recovery code or a passkey comes in and sets the app up anew.
    if (secret === undefined) this.log.warn({ event: 'totp-sealed-under-another-secret', userId })
    if (secret === undefined) return false
    const step = stepOfCode(secret, code, this.clock.now(), row.lastStep)
    if (step === undefined) return false
    await this.repository.accepted(tx, userId, step, this.clock.nowIso())
    return true
  }

  private async renewCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes()
    await this.repository.renewCodes(tx, userId, codes.map(hashOfRecoveryCode), this.clock.nowIso())
    return codes
  }
}
