import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import type { Locale } from '../../../platform/mail/letter.ts'
import { SmsSender } from '../../../platform/mail/sms-sender.ts'
import { constraintOf } from '../../../platform/postgres/outage.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { phoneCodeLimits, phoneGuessLimit } from './address.limits.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import { UserRepository } from '../users/user.repository.ts'
import { VerificationRepository } from './verification.repository.ts'

const LIFETIME = 10 * 60_000
const MOST_GUESSES = 5

const text: Record<Locale, (code: string) => string> = {
  en: (code) => `${code} is your code for Streamline. It works for 10 minutes. Give it to nobody.`,
  hi: (code) => `${code} Streamline के लिए आपका कोड है। यह 10 मिनट चलेगा। इसे किसी को न बताएँ।`,
}

/** Which number belongs to whom, proved by a code that was sent there. */
@Injectable()
export class PhoneVerificationService {
  constructor(
    private readonly users: UserRepository,
    private readonly repository: VerificationRepository,
    private readonly sms: SmsSender,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** Whether somebody else has the number is told to who can read its messages, and to nobody before. */
  async send({ userId, demo }: Actor, phone: string, asked: Locale) {
    if (demo) throw new ProblemError('forbidden')
    if (!this.sms.isOffered) throw new ProblemError('not-offered')
    await this.limits.requireAll([phoneCodeLimits.person, userId], [phoneCodeLimits.number, phone])
    await this.postgres.transaction(async (tx) => {
      const code = this.secrets.code()
      const codeHash = this.secrets.hashOfCode(code, purposeOf(userId, phone))
      const expiresAt = new Date(this.clock.now() + LIFETIME).toISOString()
      await this.repository.putPhoneCode(tx, userId, { phone, codeHash }, expiresAt)
      const locale = (await this.users.byId(userId, tx))?.locale ?? asked
      await this.sms.send(tx, { to: phone, locale, text: text[locale](code) })
    })
    return {}
  }

  async verify(actor: Actor, code: string): Promise<{ phone: string }> {
    const { userId } = actor
    await this.limits.require(phoneGuessLimit, userId)
    const known = await this.repository.guessPhoneCode(userId, this.clock.nowIso(), MOST_GUESSES)
    const isRight =
      known !== undefined &&
      this.secrets.isSame(known.codeHash, this.secrets.hashOfCode(code, purposeOf(userId, known.phone)))
    if (!isRight) throw new ProblemError('link-expired')
    const { phone } = known
    const kept = this.postgres.transaction(async (tx) => {
      await this.repository.forgetPhoneCode(tx, userId)
      await this.users.setPhone(tx, userId, phone, this.clock.nowIso())
      await this.audit.own(actor, 'phone-verified', tx)
    })
    await kept.catch((error: unknown) => {
      if (constraintOf(error) === 'users_phone') throw new ProblemError('phone-taken')
      throw error
    })
    return { phone }
  }
}

const purposeOf = (userId: string, phone: string) => `phone ${userId} ${phone}`
