import { Injectable } from '@nestjs/common'
import { maskedLine } from '@streamline/domain'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { Limits, type Limit } from '../../platform/limits/limits.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { DeliveryHistoryService } from '../deliveries/delivery-history.service.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { ApiKeysService } from '../identity/api-keys/api-keys.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import { DevicesService } from '../identity/devices/devices.service.ts'
import { MeService } from '../identity/accounts/me.service.ts'
import { PasskeysService } from '../identity/passkeys/passkeys.service.ts'
import { ConfirmationService } from '../identity/confirmation/confirmation.service.ts'
import { SessionListService } from '../identity/sessions/session-list.service.ts'
import type { LineRow } from '../lines/line.types.ts'
import { LinesService } from '../lines/lines.service.ts'
import { InboxService } from '../reminders/inbox.service.ts'
import { PreferencesService } from '../reminders/preferences.service.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'

import { UsageHistoryService, type UsageDocument } from '../usage/usage-history.service.ts'
import { WebhooksService } from '../webhooks/webhooks.service.ts'

type OwnHousehold = Awaited<ReturnType<MeService['read']>>['households'][number]

interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

const exportLimit: Limit = { name: 'export', most: 5, windowMs: 3_600_000 }
const STEP = 100

/** Everything that is kept about a person, as they see it themselves: no secrets, and nothing that is only others'. */
@Injectable()
export class AccountExportService {
  constructor(
    private readonly me: MeService,
    private readonly security: ConfirmationService,
    private readonly sessions: SessionListService,
    private readonly devices: DevicesService,
    private readonly apiKeys: ApiKeysService,
    private readonly passkeys: PasskeysService,
    private readonly audit: AuditService,
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly usage: UsageHistoryService,
    private readonly billing: BillingReaderService,
    private readonly lines: LinesService,
    private readonly preferences: PreferencesService,
    private readonly webhooks: WebhooksService,
    private readonly inbox: InboxService,
    private readonly history: DeliveryHistoryService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** Built as a whole before it is sent, so that a store that goes away makes a 503 and never half a file. */
  async read(actor: Actor) {
    await this.limits.require(exportLimit, actor.userId)
    await this.audit.own(actor, 'data-exported', this.postgres)
    const { households, ...user } = await this.me.read(actor)
    return {
      exportedAt: this.clock.nowIso(),
      user,
      security: await this.security.read(actor),
      sessions: await all((page) => this.sessions.listOwn(actor, page)),
      devices: await all((page) => this.devices.list(actor, page)),
      passkeys: await all((page) => this.passkeys.list(actor, page)),
      apiKeys: await all((page) => this.apiKeys.list(actor, page)),
      households: await inOrder(households, (household) => this.household(household)),
      notifications: await this.preferences.read(actor),
      webhooks: await all((page) => this.webhooks.list(actor, 'person', page)),
      inbox: await all((page) => this.inbox.list(actor, page)),
      deliveries: await all((page) => this.history.list(actor, page)),
      audit: await all((page) => this.audit.listOwn(actor, page)),
    }
  }

  private async household(household: OwnHousehold) {
    const { id: householdId, memberId } = household
    const viewer = { householdId, memberId, today: this.households.today(household) }
    const documents = await this.subscriptions.factsOfHousehold(householdId, memberId)
    const own = documents.filter((document) => concerns(document, memberId))
    const notes = await this.usage.everyOf(
      householdId,
      own.map(({ id }) => id),
    )
    return {
      household,
      member: (await this.households.members(householdId)).find(({ id }) => id === memberId) ?? null,
      lines: (await this.lines.ownOf(householdId, memberId)).map(presentLine),
      subscriptions: own.map((document) => withoutBookkeeping(document, memberId)),
      usage: notes.map(noteOf),
      payments: await this.billing.paymentsBy(viewer),
      settlements: await this.billing.settlementsOf(viewer),
    }
  }
}

const presentLine = ({ id, kind, number, name, memberId, privateTo, createdAt, updatedAt }: LineRow) => ({
  id,
  kind,
  number,
  name,
  memberId,
  visibility: privateTo === null ? 'shared' : 'private',
  createdAt: new Date(createdAt).toISOString(),
  updatedAt: new Date(updatedAt).toISOString(),
})

const concerns = ({ ownerId, managedBy, paidBy, usedBy }: SubscriptionDocument, memberId: string) =>
  [ownerId, managedBy, paidBy, ...usedBy].includes(memberId)

/** Whose number it is: who keeps the subscription, or who alone uses it. */
const isOwnLine = ({ ownerId, managedBy, usedBy }: SubscriptionDocument, memberId: string) =>
  ownerId === memberId || managedBy === memberId || usedBy.every((id) => id === memberId)

function withoutBookkeeping(document: SubscriptionDocument, memberId: string) {
  const { id, householdId, name, kind, providerId, providerName, planId, priceVersionId } = document
  const { visibility, ownerId, managedBy, usedBy, paidBy, splits, ownSplits, labels } = document
  const { note, noticeDays, stopsAt = null, allowances } = document
  const { recordsItself, facts, createdAt, updatedAt } = document
  const terms = { id, householdId, name, kind, providerId, providerName, planId, priceVersionId, facts }
  const people = { visibility, ownerId, managedBy, usedBy, paidBy, splits, ownSplits }
  const line = isOwnLine(document, memberId) ? document.line : maskedLine(document.line)
  return {
    ...terms,
    ...people,
    line,
    labels,
    note,
    noticeDays,
    stopsAt,
    allowances,
    recordsItself,
    createdAt,
    updatedAt,
  }
}

const noteOf = (note: UsageDocument) => {
  const { id, subscriptionId, kind, on, covers, since, amount, notedBy, notedAt, removed } = note
  return { id, subscriptionId, kind, on, covers, since, amount, notedBy, notedAt, removed }
}

async function all<Item>(
  read: (page: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await read({ limit: STEP, ...(cursor === undefined ? {} : { cursor }) })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

/** One after the other: other people need connections too. */
async function inOrder<From, To>(from: readonly From[], make: (one: From) => Promise<To>): Promise<To[]> {
  const made: To[] = []
  for (const one of from) made.push(await make(one))
  return made
}
