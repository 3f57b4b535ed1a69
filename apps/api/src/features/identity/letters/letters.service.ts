import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import type { MailKind } from '../../../platform/mail/letter.ts'
import { normalisedEmail } from '../../../platform/mail/normalised-email.ts'
import { Outbox } from '../../../platform/mail/outbox.ts'
import type { Queries } from '../../../platform/postgres/postgres.ts'
import type { Addressee } from './letter.types.ts'
import { addressMails } from '../../letters/address.mail.ts'
import {
  newDeviceMail,
  noticeMails,
  securityChangedMail,
  type SecurityChange,
} from '../../letters/notice.mail.ts'
import { UserRepository } from '../users/user.repository.ts'
import { deviceOf, placeOf } from '../../../platform/http/whereabouts.ts'
import type { RequestOrigin } from '../../../platform/http/actor.ts'

const SECURITY_PAGE = '/settings/security'

/** Mail about accounts. Every letter is part of the transaction that causes it. */
@Injectable()
export class LettersService {
  constructor(
    private readonly outbox: Outbox,
    private readonly users: UserRepository,
    clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    outbox.register(...addressMails, ...noticeMails)
    // No more letters that name others go there, and its owner is asked on every screen to prove it or give another one.
    outbox.whenUnknown((email) => users.doubtEmail(normalisedEmail(email), clock.nowIso()))
  }

  /** A letter whose link carries a token: `/verify-email?token=…`. */
  async link(
    on: Queries,
    kind: MailKind<{ url: string }>,
    to: Addressee,
    path: string,
    token: string,
  ): Promise<void> {
    const url = new URL(path, this.env.publicUrl)
    url.searchParams.set('token', token)
    await this.outbox.post(on, kind, to, { url: url.href })
  }

  /** Tells somebody what happened, with the way to the page where it can be undone. */
  async notice(on: Queries, kind: MailKind<{ url: string }>, to: Addressee): Promise<void> {
    await this.outbox.post(on, kind, to, { url: this.securityPage })
  }

  async noticeTo(on: Queries, kind: MailKind<{ url: string }>, userId: string): Promise<void> {
    const user = await this.users.byId(userId, on)
    if (user !== undefined) await this.notice(on, kind, user)
  }

  async emailChanged(
    on: Queries,
    kind: MailKind<{ url: string; email: string }>,
    old: Addressee,
    email: string,
  ): Promise<void> {
    await this.outbox.post(on, kind, old, { email, url: this.securityPage })
  }

  /** How the account is secured has changed. */
  async securityChanged(on: Queries, userId: string, change: SecurityChange): Promise<void> {
    const user = await this.users.byId(userId, on)
    if (user !== undefined)
      await this.outbox.post(on, securityChangedMail, user, { change, url: this.securityPage })
  }

  async newDevice(on: Queries, to: Addressee, { address, userAgent }: RequestOrigin): Promise<void> {
    const where = { device: deviceOf(userAgent) ?? '?', place: placeOf(address) ?? '?' }
    await this.outbox.post(on, newDeviceMail, to, { ...where, url: this.securityPage })
  }

  private get securityPage(): string {
    return new URL(SECURITY_PAGE, this.env.publicUrl).href
  }
}
