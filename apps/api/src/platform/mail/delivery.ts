import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import { MailRepository, type MailRow } from './mail.repository.ts'
import { Outbox } from './outbox.ts'
import { isFinalRefusal, reasonOf, Smtp } from './smtp.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Longer than the slowest attempt. */
const CLAIMED_FOR = 5 * MINUTE
const AT_ONCE = 10
const LONGEST_PAUSE = 60 * MINUTE
const GIVEN_UP_AFTER = 3 * DAY
const KEPT = 30 * DAY
/** Nobody likes to wait for a link. */
const LOOK_EVERY = 2000

/** Carries posted messages to the mail server, and comes again when that is away: after 1, 2, 4 … 60 minutes. */
@Injectable()
export class Delivery implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Mail')
  private running: Promise<number> | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly repository: MailRepository,
    private readonly outbox: Outbox,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.ticks.register({ name: 'mails', run: () => this.deliver() })
    this.ticks.register({
      name: 'mails.purge',
      run: (now) => this.repository.purge(new Date(now - KEPT).toISOString()),
    })
    if (!this.smtp.isSet && !this.env.hasMailbox)
      this.log.warn('SMTP_URL is not set: letters are kept, and nobody can read them')
    if (!this.smtp.isSet || this.env.role === 'api') return
    // While the store is away there is nothing to deliver; the next look finds it.
    this.timer = setInterval(() => void this.deliver().catch(() => {}), LOOK_EVERY).unref()
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer)
    await this.running?.catch(() => {})
  }

  /** Attempts what is due, and answers how many messages left. */
  deliver(): Promise<number> {
    if (!this.smtp.isSet) return Promise.resolve(0)
    this.running ??= this.deliverDue().finally(() => (this.running = undefined))
    return this.running
  }

  private async deliverDue(): Promise<number> {
    const now = this.clock.now()
    const due = await this.repository.claim(iso(now), iso(now + CLAIMED_FOR), AT_ONCE)
    const sent = await Promise.all(due.map((row) => this.attempt(row)))
    return sent.filter(Boolean).length
  }

  private async attempt(row: MailRow): Promise<boolean> {
    const { id, recipient: to, locale } = row
    const letter = this.outbox.written(row)
    if (letter === undefined) {
      await this.giveUp(row, 'sealed under another APP_SECRET')
      return false
    }
    try {
      await this.smtp.send({ id, to, locale, letter })
    } catch (error) {
      await this.failed(row, error)
      return false
    }
    await this.repository.sent(id, this.clock.nowIso(), !this.env.isProduction)
    return true
  }

  private async failed(row: MailRow, error: unknown): Promise<void> {
    const { id, kind, attempts, createdAt } = row
    const now = this.clock.now()
    const reason = reasonOf(error)
    if (isFinalRefusal(error) || now - Date.parse(createdAt) > GIVEN_UP_AFTER) return this.giveUp(row, reason)
    const pause = Math.min(LONGEST_PAUSE, MINUTE * 2 ** Math.min(attempts - 1, 10))
    this.log.warn({ event: 'mail-delayed', mailId: id, kind, attempts, reason })
    await this.repository.failed(id, iso(now + pause), reason)
  }

  private async giveUp({ id, kind, attempts }: MailRow, reason: string): Promise<void> {
    this.log.warn({ event: 'mail-given-up', mailId: id, kind, attempts, reason })
    await this.repository.failed(id, null, reason)
  }
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()
