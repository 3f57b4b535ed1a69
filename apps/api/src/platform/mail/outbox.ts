import { Inject, Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import type { Queries } from '../postgres/postgres.ts'
import { Jobs } from '../queue/jobs.ts'
import { SealedBox } from '../secrets/sealed-box.ts'
import { headerText, type Letter, type Locale, type MailData, type MailKind } from './letter.ts'
import { mailJob } from './mail.job.ts'
import { MailRepository, type MailRow } from './mail.repository.ts'

/** Demo visitors and deleted people have addresses that lead nowhere (RFC 2606). */
const NOWHERE = '@invalid'

/** Messages that leave the house. They are part of the transaction that causes them. */
@Injectable()
export class Outbox {
  private readonly kinds = new Map<string, MailKind<never>>()
  private readonly box: SealedBox

  constructor(
    private readonly repository: MailRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'mails')
  }

  /** Makes kinds known, so that what was posted can be written out later, also by another process. */
  register(...kinds: readonly MailKind<never>[]): void {
    for (const kind of kinds) {
      if (this.kinds.has(kind.name)) throw new Error(`Two kinds of mail are named ${kind.name}`)
      this.kinds.set(kind.name, kind)
    }
  }

  async post<Data extends MailData>(
    on: Queries,
    kind: MailKind<Data>,
    to: { email: string; locale: Locale | null },
    data: Data,
  ): Promise<void> {
    if (!this.kinds.has(kind.name)) throw new Error(`The kind of mail ${kind.name} was never registered`)
    if (to.email.endsWith(NOWHERE)) return
    const id = v7()
    await this.repository.insert(on, {
      id,
      recipient: to.email,
      kind: kind.name,
      locale: to.locale ?? 'en',
      sealedData: this.box.seal(JSON.stringify(data)),
      createdAt: this.clock.nowIso(),
    })
    // Without a mail server it waits in the mailbox.
    if (this.env.smtpUrl !== undefined && kind.name !== 'sms')
      await this.jobs.enqueue(on, mailJob, { mailId: id })
  }

  /** Part of deleting an account: what was sent to an address, or waits to be. */
  async forget(on: Queries, email: string): Promise<void> {
    await this.repository.forget(on, email)
  }

  /** The letter of a row; undefined where it was sealed under an APP_SECRET that is lost. */
  written(row: MailRow): Letter | undefined {
    const kind = this.kinds.get(row.kind)
    if (kind === undefined) throw new Error(`There is no template for ${row.kind}`)
    const data = this.box.open(row.sealedData)
    if (data === undefined) return undefined
    const letter = kind.letter[row.locale](JSON.parse(data) as never)
    return { ...letter, subject: headerText(letter.subject) }
  }
}
