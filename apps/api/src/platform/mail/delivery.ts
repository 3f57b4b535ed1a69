import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import { ImpossibleJob, JobHandlers } from '../queue/job-handlers.ts'
import { mailJob } from './mail.job.ts'
import { MailRepository } from './mail.repository.ts'
import { Outbox } from './outbox.ts'
import { isFinalRefusal, reasonOf, Smtp } from './smtp.ts'

const KEPT = 30 * 24 * 3_600_000

/** Carries posted messages to the mail server. */
@Injectable()
export class Delivery implements OnModuleInit {
  private readonly log = new Logger(Delivery.name)

  constructor(
    private readonly repository: MailRepository,
    private readonly outbox: Outbox,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    private readonly handlers: JobHandlers,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.handlers.handle(mailJob, ({ mailId }) => this.deliver(mailId))
    this.ticks.register({
      name: 'mails.purge',
      run: (now) => this.repository.purge(new Date(now - KEPT).toISOString()),
    })
    if (this.env.smtpUrl === undefined && !this.env.hasMailbox)
      this.log.warn('SMTP_URL is not set: letters are kept, and nobody can read them')
  }

  private async deliver(mailId: string): Promise<void> {
    const row = await this.repository.unsent(mailId)
    if (row === undefined) return
    const { id, recipient: to, locale } = row
    const letter = this.outbox.written(row)
    if (letter === undefined) throw new ImpossibleJob('sealed under another APP_SECRET')
    try {
      await this.smtp.send({ id, to, locale, letter })
    } catch (error) {
      // What the server says may name the person, and is kept.
      throw isFinalRefusal(error) ? new ImpossibleJob(reasonOf(error)) : new Error(reasonOf(error))
    }
    await this.repository.sent(id, this.clock.nowIso(), !this.env.isProduction)
  }
}
