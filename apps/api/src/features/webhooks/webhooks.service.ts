import { Inject, Injectable } from '@nestjs/common'
import type { contract, webhookSchema } from '@streamline/contract'
import { randomBytes } from 'node:crypto'
import { v5, v7 } from 'uuid'
import type * as z from 'zod'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { Deliveries } from '../../platform/deliveries/deliveries.ts'
import type { Posted } from '../../platform/deliveries/delivery.types.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { afterOf, pageOfRows, type PageInput } from '../../platform/http/id-page.ts'
import { invalidInput, ProblemError } from '../../platform/http/problem.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { Postgres, type Queries } from '../../platform/postgres/postgres.ts'
import { SealedBox } from '../../platform/secrets/sealed-box.ts'
import { AuditService } from '../audit/audit.service.ts'
import { webhookChannel, type WebhookMessage } from './webhook-message.ts'
import type { WebhookConfig } from './webhook-presets.ts'
import { WebhookRepository, type WebhookRow } from './webhook.repository.ts'

type Draft = Call<typeof contract.webhooks.create>['input']
type WebhookAnswer = z.infer<typeof webhookSchema>

const MOST_KEPT = 10

/** What is told to somebody at each of their webhooks. */
export interface WebhookDraft extends Omit<WebhookMessage, 'id' | 'url'> {
  readonly userId: string
  readonly householdId?: string | undefined
  readonly messageId?: string | undefined
  readonly locale: Locale
  readonly key: string
  /** Page of ours. */
  readonly path: string
  readonly isOwn?: boolean
}

/** Addresses to which somebody has their messages sent besides. */
@Injectable()
export class WebhooksService {
  private readonly box: SealedBox

  constructor(
    private readonly repository: WebhookRepository,
    private readonly deliveries: Deliveries,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'webhooks')
  }

  async list({ userId }: Actor, { limit = 20, cursor }: PageInput) {
    const rows = await this.repository.page(userId, afterOf(cursor), limit + 1)
    return pageOfRows(rows, limit, (row) => this.present(row))
  }

  /** The secret of its signatures is shown this once. */
  async create(actor: Actor, { name, preset, ...given }: Draft) {
    if (actor.demo) throw new ProblemError('forbidden')
    refuseIncomplete(preset, given)
    const secret = randomBytes(32).toString('base64')
    const config: WebhookConfig = { ...given, secret }
    const sealedConfig = this.box.seal(JSON.stringify(config))
    const { userId } = actor
    const row = { id: v7(), userId, name, preset, sealedConfig, createdAt: this.clock.nowIso() }
    await this.postgres.transaction(async (tx) => {
      if ((await this.repository.ofUser(userId, tx)).length >= MOST_KEPT)
        throw new ProblemError('too-many-kept', `${MOST_KEPT} webhooks are enough; remove one first.`)
      await this.repository.insert(tx, row)
      await this.audit.own(actor, 'webhook-added', tx, { name, preset })
    })
    return { ...this.present(row), secret: `whsec_${secret}` }
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      if (!(await this.repository.remove(tx, actor.userId, id))) throw new ProblemError('not-found')
      await this.audit.own(actor, 'webhook-removed', tx)
    })
  }

  /** Part of the transaction of its cause: one delivery for each webhook. */
  async post(on: Queries, draft: WebhookDraft): Promise<Posted[]> {
    const { userId, householdId, messageId, locale, key, path, isOwn = false, ...said } = draft
    const rows = await this.repository.ofUser(userId, on)
    const url = new URL(path, this.env.publicUrl).href
    const drafts = rows.map(({ id: targetId, name: recipient }) => ({
      key: v5(targetId, key),
      kind: said.kind,
      locale,
      recipient,
      targetId,
      userId,
      householdId,
      messageId,
      title: said.title,
      data: { ...said, id: v5(targetId, key), url },
    }))
    return this.deliveries.post(on, webhookChannel, drafts, { isOwn })
  }

  async isReached(on: Queries, userId: string): Promise<boolean> {
    return (await this.repository.ofUser(userId, on)).length > 0
  }

  /** Undefined where it is gone, or was sealed under an APP_SECRET that is lost. */
  async configOf(
    userId: string,
    id: string,
  ): Promise<{ preset: Draft['preset']; config: WebhookConfig } | undefined> {
    const row = await this.repository.one(userId, id)
    const text = row === undefined ? undefined : this.box.open(row.sealedConfig)
    if (row === undefined || text === undefined) return undefined
    return { preset: row.preset as Draft['preset'], config: JSON.parse(text) as WebhookConfig }
  }

  private present({ id, name, preset, sealedConfig, createdAt }: WebhookRow): WebhookAnswer {
    const text = this.box.open(sealedConfig)
    const { url } = text === undefined ? { url: null } : (JSON.parse(text) as WebhookConfig)
    return {
      id,
      name,
      preset: preset as Draft['preset'],
      host: url === null ? null : new URL(url).host,
      createdAt: new Date(createdAt).toISOString(),
    }
  }
}

const needsToken: ReadonlySet<Draft['preset']> = new Set(['gotify', 'telegram', 'matrix'])
const needsTarget: ReadonlySet<Draft['preset']> = new Set(['telegram', 'matrix'])

const refuseIncomplete = (
  preset: Draft['preset'],
  { token, target, template }: Pick<Draft, 'token' | 'target' | 'template'>,
): void => {
  if (needsToken.has(preset) && token === undefined) throw invalidInput('/token', 'is needed there')
  if (needsTarget.has(preset) && target === undefined) throw invalidInput('/target', 'is needed there')
  if (preset !== 'generic' && template !== undefined)
    throw invalidInput('/template', 'is for calls of your own only')
}
