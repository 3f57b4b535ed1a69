import { Inject, Injectable } from '@nestjs/common'
import type { contract, webhookSchema } from '@streamline/contract'
import { randomBytes } from 'node:crypto'
import { v5, v7 } from 'uuid'
import type * as z from 'zod'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { Deliveries } from '../../platform/deliveries/deliveries.ts'
import type { Posted } from '../../platform/deliveries/delivery.types.ts'
import { draftFor, type Told } from '../../platform/deliveries/told.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { afterOf, pageOfRows, type PageInput } from '../../platform/http/id-page.ts'
import { invalidInput, ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Queries } from '../../platform/postgres/postgres.ts'
import { SealedBox } from '../../platform/secrets/sealed-box.ts'
import { AuditService } from '../audit/audit.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { webhookChannel, type WaitingWebhook, type WebhookMessage } from './webhook-message.ts'
import type { WebhookConfig } from './webhook-presets.ts'
import { WebhookRepository, type WebhookOwner, type WebhookRow } from './webhook.repository.ts'

type Draft = Call<typeof contract.webhooks.create>['input']
type WebhookAnswer = z.infer<typeof webhookSchema>

const MOST_KEPT = 10

/** What is told to somebody at each of their webhooks. */
export interface WebhookDraft extends Told {
  readonly kind: WebhookMessage['kind']
  /** Its name. */
  readonly household: string | null
}

type Of = 'person' | 'household'

/** Addresses to which somebody has their messages sent besides, and whoever runs a household what everybody there may know. */
@Injectable()
export class WebhooksService {
  private readonly box: SealedBox

  constructor(
    private readonly repository: WebhookRepository,
    private readonly deliveries: Deliveries,
    private readonly households: HouseholdsService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'webhooks')
  }

  async list(actor: Actor, of: Of, { limit = 20, cursor }: PageInput) {
    const rows = await this.repository.page(this.ownerOf(actor, of), afterOf(cursor), limit + 1)
    return pageOfRows(rows, limit, (row) => this.present(row))
  }

  /** The secret of its signatures is shown this once. */
  async create(actor: Actor, of: Of, { name, preset, url, token, target, template }: Draft) {
    const given = { url, token, target, template }
    const owner = this.ownerOf(actor, of)
    if (actor.demo) throw new ProblemError('forbidden')
    refuseIncomplete(preset, given)
    const secret = randomBytes(32).toString('base64')
    const config: WebhookConfig = { ...given, secret }
    const sealedConfig = this.box.seal(JSON.stringify(config))
    const row = { id: v7(), ...owner, name, preset, sealedConfig, createdAt: this.clock.nowIso() }
    await this.postgres.transaction(async (tx) => {
      if ((await this.repository.of(owner, tx)).length >= MOST_KEPT)
        throw new ProblemError('too-many-kept', `${MOST_KEPT} webhooks are enough; remove one first.`)
      await this.repository.insert(tx, row)
      await this.audit.own(actor, 'webhook-added', tx, { name, preset, ...ofHousehold(owner) })
    })
    return { ...this.present(row), secret: `whsec_${secret}` }
  }

  async remove(actor: Actor, of: Of, id: string): Promise<void> {
    const owner = this.ownerOf(actor, of)
    await this.postgres.transaction(async (tx) => {
      if (!(await this.repository.remove(tx, owner, id))) throw new ProblemError('not-found')
      await this.audit.own(actor, 'webhook-removed', tx, ofHousehold(owner))
    })
  }

  /** Part of the transaction of its cause: one delivery for each webhook. */
  async post(
    on: Queries,
    userId: string,
    drafts: readonly WebhookDraft[],
    options: { readonly isOwn?: boolean } = {},
  ): Promise<Posted[]> {
    if (drafts.length === 0) return []
    const rows = await this.repository.of({ userId, householdId: null }, on)
    const posted = rows.flatMap((row) =>
      drafts.map((draft) => draftFor(draft, row, { userId, data: this.messageOf(draft, row.id) })),
    )
    return this.deliveries.post(on, webhookChannel, posted, options)
  }

  /** As `post`, at the webhooks of a household: in nobody's history. The same said of several people is said once. */
  async postToHousehold(
    on: Queries,
    householdId: string,
    draftsFor: () => readonly WebhookDraft[],
    options: { readonly isOwn?: boolean } = {},
  ): Promise<Posted[]> {
    const rows = await this.repository.of({ userId: null, householdId }, on)
    // Few households have one: for the others nothing is put into words.
    if (rows.length === 0) return []
    const drafts = draftsFor()
    const posted = rows.flatMap((row) =>
      drafts.map((draft) =>
        draftFor({ ...draft, householdId }, row, { data: this.messageOf(draft, row.id) }),
      ),
    )
    return this.deliveries.post(on, webhookChannel, posted, options)
  }

  async isReached(on: Queries, userId: string): Promise<boolean> {
    return (await this.repository.of({ userId, householdId: null }, on)).length > 0
  }

  /** Undefined where it is gone, or was sealed under an APP_SECRET that is lost. */
  async configOf(
    owner: WebhookOwner,
    id: string,
  ): Promise<{ preset: Draft['preset']; config: WebhookConfig } | undefined> {
    const row = await this.repository.one(owner, id)
    const text = row === undefined ? undefined : this.box.open(row.sealedConfig)
    if (row === undefined || text === undefined) return undefined
    return { preset: row.preset as Draft['preset'], config: JSON.parse(text) as WebhookConfig }
  }

  /** Page of ours. */
  urlOf(path: string): string {
    return new URL(path, this.env.publicUrl).href
  }

  private ownerOf(actor: Actor, of: Of): WebhookOwner {
    if (of === 'person') return { userId: actor.userId, householdId: null }
    return { userId: null, householdId: this.households.require(actor, 'webhooks.change').id }
  }

  private messageOf(
    { kind, title, body, household, path, key, about }: WebhookDraft,
    id: string,
  ): WaitingWebhook {
    return { id: v5(id, key), kind, title, body, household, url: this.urlOf(path), about }
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

const ofHousehold = ({ householdId }: WebhookOwner) => (householdId === null ? {} : { householdId })

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
