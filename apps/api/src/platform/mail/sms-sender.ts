import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import type { Queries } from '../postgres/postgres.ts'
import type { Locale, MailKind } from './letter.ts'
import { Outbox } from './outbox.ts'

export interface Sms {
  /** E.164. */
  to: string
  locale: Locale | null
  text: string
}

/** Sends text messages. An installation brings its own sender by providing this class. */
export abstract class SmsSender {
  /** False where no message would ever arrive. */
  abstract readonly isOffered: boolean
  /** Part of the transaction of its cause. */
  abstract send(on: Queries, sms: Sms): Promise<void>
}

const asIs = ({ text }: { text: string }) => ({ subject: text, body: [text] })

const smsKind: MailKind<{ text: string }> = { name: 'sms', letter: { en: asIs, hi: asIs } }

/** Puts text messages into the mailbox of developers; where there is none, nobody would ever read them. */
@Injectable()
export class MailboxSms extends SmsSender {
  readonly isOffered: boolean

  constructor(
    private readonly outbox: Outbox,
    @Inject(ENV) env: Env,
  ) {
    super()
    this.isOffered = env.hasMailbox
    outbox.register(smsKind)
  }

  async send(on: Queries, { to, locale, text }: Sms): Promise<void> {
    await this.outbox.postText(on, smsKind, { phone: to, locale }, { text })
  }
}
