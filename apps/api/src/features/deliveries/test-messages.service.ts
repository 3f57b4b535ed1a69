import { Inject, Injectable } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import { v4 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import type { Posted } from '../../platform/deliveries/delivery.types.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Limits, type Limit } from '../../platform/limits/limits.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { Outbox } from '../../platform/mail/outbox.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { WebhooksService, type WebhookDraft } from '../webhooks/webhooks.service.ts'
import { DeliveryHistoryService } from './delivery-history.service.ts'
import { PushService } from './push.service.ts'
import { testMail } from '../letters/test.mail.ts'
import { testWords } from '../letters/test-words.ts'

type Input = Call<typeof contract.notifications.test>['input']

const SETTINGS = '/settings/notifications'

const testLimit: Limit = { name: 'test-messages', most: 10, windowMs: 3_600_000 }

/** Messages that somebody sends to themselves, to see whether they arrive and what the provider says. */
@Injectable()
export class TestMessagesService {
  constructor(
    private readonly history: DeliveryHistoryService,
    private readonly outbox: Outbox,
    private readonly push: PushService,
    private readonly webhooks: WebhooksService,
    private readonly identity: IdentityService,
    private readonly households: HouseholdsService,
    private readonly runner: JobRunner,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    @Inject(ENV) private readonly env: Env,
  ) {
    outbox.register(testMail)
  }

  /** Answers what became of each, which takes as long as the provider does. */
  async send(actor: Actor, input: Input) {
    if (actor.demo) throw new ProblemError('forbidden')
    await this.limits.require(testLimit, actor.userId)
    const posted = await this.postgres.transaction((tx) => this.post(tx, actor, input))
    await this.runAll(posted)
    const ids = posted.map(({ id }) => id)
    return { deliveries: await this.history.some(actor.userId, ids) }
  }

  /** To the webhooks of a household, by who runs it. */
  async sendToHousehold(actor: Actor) {
    const household = this.households.require(actor, 'webhooks.change')
    if (actor.demo) throw new ProblemError('forbidden')
    await this.limits.require(testLimit, actor.userId)
    const locale = await this.identity.localeOf(actor.userId)
    const posted = await this.postgres.transaction((tx) =>
      this.webhooks.postToHousehold(tx, household.id, () => [testOf(locale, household.name)], {
        isOwn: true,
      }),
    )
    await this.runAll(posted)
    const ids = posted.map(({ id }) => id)
    return { deliveries: await this.history.someOfHousehold(household.id, ids) }
  }

  private async runAll(posted: readonly Posted[]): Promise<void> {
    const jobIds = posted.flatMap(({ jobId }) => jobId ?? [])
    await Promise.all(jobIds.map((id) => this.runner.runNow(id)))
  }

  private post(tx: Tx, { userId }: Actor, { way }: Input): Promise<readonly Posted[]> {
    if (way === 'email') return this.mail(tx, userId)
    return way === 'push' ? this.toDevices(tx, userId) : this.toWebhooks(tx, userId)
  }

  private async mail(tx: Tx, userId: string): Promise<readonly Posted[]> {
    const to = await this.identity.addresseeOf(tx, userId)
    if (to === undefined) throw new ProblemError('email-not-verified')
    const { title } = testWords[to.locale ?? 'en']
    const url = new URL(SETTINGS, this.env.publicUrl).href
    const posted = await this.outbox.post(tx, testMail, to, { url }, { userId, title, isOwn: true })
    return posted === undefined ? [] : [posted]
  }

  private async toDevices(tx: Tx, userId: string): Promise<readonly Posted[]> {
    const locale = await this.identity.localeOf(userId)
    const message = {
      ...testWords[locale],
      path: SETTINGS,
      tag: 'test',
      kind: 'test',
      subject: null,
      key: v4(),
    }
    return this.push.post(tx, userId, [{ ...message, locale }], { isOwn: true })
  }

  private async toWebhooks(tx: Tx, userId: string): Promise<readonly Posted[]> {
    const locale = await this.identity.localeOf(userId)
    return this.webhooks.post(tx, userId, [testOf(locale, null)], { isOwn: true })
  }
}

const testOf = (locale: Locale, household: string | null): WebhookDraft => ({
  ...testWords[locale],
  path: SETTINGS,
  kind: 'test',
  household,
  key: v4(),
  locale,
})
