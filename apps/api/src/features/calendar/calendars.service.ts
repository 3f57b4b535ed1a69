import { createHash } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import {
  addDays,
  agendaKinds,
  agendaOf,
  chargesBySubscription,
  noticeOf,
  type AgendaKind,
  type CalendarDate,
} from '@streamline/domain'
import { ENV, type Env } from '../../env.ts'
import { build } from '../../platform/build.ts'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor, RequestOrigin } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Limits, type Limit } from '../../platform/limits/limits.ts'
import { networkOf } from '../../platform/limits/network.ts'
import { ifPossible } from '../../platform/postgres/outage.ts'
import { Secrets } from '../../platform/secrets/secrets.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import type { HouseholdPerson } from '../households/member.types.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { CalendarFeedRepository, type FeedRow } from './calendar-feed.repository.ts'
import { calendarFile, type CalendarLine } from './calendar-file.ts'

/** What a calendar fetched, or that it has the newest already. */
export interface Fetched {
  readonly tag: string
  /** Null where the tag is known. */
  readonly text: string | null
}

const HOUR = 3_600_000
const DAYS_BACK = 31
const DAYS_AHEAD = 366

/** Calendars fetched from one network: programs of many people come from one. */
const feedLimit: Limit = { name: 'calendar-feeds', most: 600, windowMs: HOUR }

/** Dates of subscriptions as files for calendars: derived from the facts each time, with nothing kept. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly following: HouseholdFollowingService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingReaderService,
    private readonly identity: IdentityService,
    private readonly repository: CalendarFeedRepository,
    private readonly secrets: Secrets,
    private readonly limits: Limits,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The calendar of a secret address, through the eyes of whose it is, for as long as they belong there. */
  async fetch(token: string, known: string | undefined, { address }: RequestOrigin): Promise<Fetched> {
    await ifPossible(() => this.limits.require(feedLimit, networkOf(address)))
    const feed = await this.repository.byToken(this.secrets.hashOfToken(token))
    const person = feed === undefined ? undefined : await this.personOf(feed)
    if (feed === undefined || person === undefined) throw new ProblemError('not-found')
    await ifPossible(() => this.repository.wasRead(feed, this.hour()))
    const locale = await this.identity.localeOf(feed.userId)
    const today = this.households.today(person)
    const tag = tagOf([build, person.revision, person.name, today, locale, feed.scope, ...feed.kinds])
    if (known === tag) return { tag, text: null }
    const documents = await this.subscriptions.factsOfHousehold(person.id, person.memberId)
    const chosen =
      feed.scope === 'household' ? documents : documents.filter((one) => concerns(one, person.memberId))
    const lines = await this.linesOf(person, chosen, feed.kinds, today)
    return { tag, text: calendarFile(lines, `Streamline: ${person.name}`, locale) }
  }

  /** One subscription, for whoever may see it. */
  async ofSubscription(actor: Actor, id: string): Promise<string> {
    const household = this.households.require(actor, 'subscriptions.read')
    const subscription = await this.subscriptions.visible(household, id)
    const locale = await this.identity.localeOf(actor.userId)
    const lines = await this.linesOf(household, [subscription], agendaKinds, this.households.today(household))
    return calendarFile(lines, subscription.name, locale)
  }

  private async linesOf(
    { id: householdId, memberId }: Pick<HouseholdPerson, 'id' | 'memberId'>,
    documents: readonly SubscriptionDocument[],
    kinds: readonly AgendaKind[],
    today: CalendarDate,
  ): Promise<CalendarLine[]> {
    const window = { from: addDays(today, -DAYS_BACK), until: addDays(today, DAYS_AHEAD) }
    const viewer = { householdId, memberId, today }
    const range = { until: window.until, monthsFrom: window.from, monthsUntil: window.until }
    const [{ charges }, names] = await Promise.all([
      this.billing.overviewFacts(viewer, range),
      this.households.names(householdId),
    ])
    const chargesOf = chargesBySubscription(charges)
    const wanted = new Set(kinds)
    return documents
      .filter(({ withdrawn }) => !withdrawn)
      .flatMap(({ id, name, facts, noticeDays, raised, paidBy, revision, updatedAt }) => {
        const notice = noticeOf(facts.terms, noticeDays)
        const entries = agendaOf({ facts, notice, raised }, chargesOf.get(id) ?? [], window, today)
        const about = {
          subscriptionId: id,
          name,
          payer: paidBy === memberId ? null : (names.get(paidBy) ?? null),
          url: new URL(`/subscriptions/${id}`, this.env.publicUrl).href,
          revision,
          changedAt: updatedAt,
        }
        return entries.filter(({ kind }) => wanted.has(kind)).map((entry) => ({ ...entry, ...about }))
      })
  }

  private personOf({ householdId, userId }: FeedRow): Promise<HouseholdPerson | undefined> {
    return this.following.person(householdId, (one) => one.userId === userId)
  }

  private hour(): string {
    return new Date(Math.floor(this.clock.now() / HOUR) * HOUR).toISOString()
  }
}

const concerns = ({ ownerId, managedBy, paidBy, usedBy }: SubscriptionDocument, memberId: string): boolean =>
  [ownerId, managedBy, paidBy, ...usedBy].includes(memberId)

const tagOf = (parts: readonly (string | number)[]): string =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`
