import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { Deliveries } from '../deliveries/deliveries.ts'
import type { DeliveryRow, Outcome } from '../deliveries/delivery.types.ts'
import { emailChannel } from './email.channel.ts'
import type { MailData } from './letter.ts'
import { Outbox } from './outbox.ts'
import { isFinalRefusal, isUnknownAddress, reasonOf, Smtp } from './smtp.ts'

/** Carries posted letters to the mail server. */
@Injectable()
export class Delivery implements OnModuleInit {
  private readonly log = new Logger(Delivery.name)

  constructor(
    private readonly deliveries: Deliveries,
    private readonly outbox: Outbox,
    private readonly smtp: Smtp,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.deliveries.carry(emailChannel, async () => (row, data) => this.deliver(row, data))
    if (this.env.smtpUrl === undefined && !this.env.hasMailbox)
      this.log.warn('SMTP_URL is not set: letters are kept, and nobody can read them')
  }

  private async deliver(row: DeliveryRow, data: MailData): Promise<Outcome> {
    const { key, recipient: to, locale } = row
    const letter = this.outbox.letterOf(row, data)
    try {
      return { is: 'sent', answer: await this.smtp.send({ key, to, locale, letter }) }
    } catch (error) {
      if (isUnknownAddress(error)) await this.outbox.unknownAddress(to)
      // What the server says may name the person, and is kept.
      return { is: isFinalRefusal(error) ? 'refused' : 'later', answer: reasonOf(error) }
    }
  }
}
