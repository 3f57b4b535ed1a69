import { Injectable } from '@nestjs/common'
import {
  addDays,
  assumedAhead,
  assumedOccasions,
  chargesBySubscription,
  debitsToBook,
  maskedLine,
  occasionsOf,
  remindersOf,
  sumOfTotal,
  toldOf,
  type CalendarDate,
  type Money,
  type Occasion,
  type PlannedReminder,
  type Reachable,
  type ReminderPreferences,
} from '@streamline/domain'
import { calendarDateIn } from '@streamline/domain/zone'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { CatalogueService, type PlanDocument } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import type { FollowedHousehold, HouseholdPerson } from '../households/member.types.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { HouseholdNewsService } from './household-news.service.ts'
import { PreferencesService } from './preferences.service.ts'
import { remindedSubscription } from './reminded-subscription.ts'
import { ReminderRepository } from './reminder.repository.ts'
import type { Said } from '../letters/said.types.ts'

/** All that one person may be reminded of on a day, and how they want it. */
export interface Reminded {
  readonly preferences: ReminderPreferences
  /** Where the person's clock stands. */
  readonly timeZone: string
  /** Where its days end. */
  readonly householdZone: string
  readonly planned: readonly PlannedReminder[]
  /** What will be sent if nothing changes: also of debits that book themselves until then. */
  readonly ahead: () => readonly PlannedReminder[]
  /** What holds of all that they may read, also where somebody else is to be told of it. */
  readonly occasions: readonly Occasion[]
  readonly mutedIds: readonly string[]
  /** Nothing can come of what is not there. */
  readonly isEmpty: boolean
  readonly said: (occasion: Occasion) => Said
  /** As everybody of the household may hear it; null where it is not everybody's. */
  readonly saidToAll: (occasion: Occasion) => Said | null
}

/** What everybody of a household is told by alike, asked for once however many are read. */
export interface HouseholdReading {
  readonly everyone: () => ReturnType<HouseholdsService['everyone']>
  readonly plansOf: (documents: readonly SubscriptionDocument[]) => Promise<ReadonlyMap<string, PlanDocument>>
}

/** Of the past a first screen needs months; reminders none. */
const NO_MONTHS = (today: CalendarDate) => ({ monthsFrom: today, monthsUntil: today })
const CHARGES_AHEAD = 60

/**
 * What people are reminded of. Each is read through their own eyes, as the first screen is: what somebody may not see cannot reach them.
 */
@Injectable()
export class ReminderReaderService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingReaderService,
    private readonly catalogue: CatalogueService,
    private readonly news: HouseholdNewsService,
    private readonly preferences: PreferencesService,
    private readonly repository: ReminderRepository,
  ) {}

  /** Who of a household can act, by what their roles allow. */
  private reachable(people: readonly HouseholdPerson[]): Reachable[] {
    return people.map((person) => ({
      memberId: person.memberId,
      mayPay: this.households.may(person, 'payments.record'),
      mayChange: this.households.may(person, 'subscriptions.change'),
      actsForAll: this.households.may(person, 'payments.recordForOthers'),
    }))
  }

  /** For reading several people of one household one after the other. */
  readingOf({ id, country }: Pick<FollowedHousehold, 'id' | 'country'>): HouseholdReading {
    let everyone: ReturnType<HouseholdsService['everyone']> | undefined
    const plans = new Map<string, PlanDocument>()
    const asked = new Set<string>()
    return {
      everyone: () => (everyone ??= this.households.everyone(id)),
      plansOf: async (documents) => {
        const providers = documents.flatMap(({ providerId }) => providerId ?? [])
        const unknown = [...new Set(providers)].filter((provider) => !asked.has(provider))
        if (unknown.length > 0)
          for (const plan of await this.catalogue.plansOfProviders(unknown, country)) plans.set(plan.id, plan)
        for (const provider of unknown) asked.add(provider)
        return plans
      },
    }
  }

  /** As of an instant, on the day that it is for the person; `people` are all who can be reached in the household. */
  async read(
    person: HouseholdPerson,
    people: readonly HouseholdPerson[],
    nowMs: number,
    reading: HouseholdReading = this.readingOf(person),
  ): Promise<Reminded> {
    const { id: householdId, memberId } = person
    const whose = { householdId, memberId }
    const preferences = await this.preferences.of(person.userId)
    const timeZone = preferences.timeZone ?? person.timeZone
    const today = calendarDateIn(nowMs, timeZone)
    const reachable = this.reachable(people)
    const viewer = { householdId, memberId, today }
    const range = { until: addDays(today, CHARGES_AHEAD), ...NO_MONTHS(today) }
    const [documents, { charges }, snoozes, ofSubscriptions, everyone] = await Promise.all([
      this.subscriptions.factsOfHousehold(householdId, memberId),
      this.billing.overviewFacts(viewer, range),
      this.repository.snoozes(whose),
      this.repository.wishes(whose),
      reading.everyone(),
    ])
    const plans = await reading.plansOf(documents)
    const byId = new Map(documents.map((document) => [document.id, document]))
    const chargesOf = chargesBySubscription(charges)
    const read = documents.map((document) => {
      const own = chargesOf.get(document.id) ?? []
      const plan = document.planId === null ? null : (plans.get(document.planId) ?? null)
      return { document, own, subscription: remindedSubscription(document, plan, own, today) }
    })
    const ofDocuments = read.flatMap(({ subscription, own }) => occasionsOf(subscription, own, today))
    const open = await this.openDebits(person, today)
    const news = await this.news.of(person, { everyone, documents, plans, today })
    const assumed = open === null ? [] : assumedOccasions(householdId, open, today)
    const occasions = [...ofDocuments, ...news, ...assumed]
    const own = occasions.filter(({ subscriptionId, concerned }) => {
      const document = byId.get(subscriptionId ?? '')
      return document === undefined || toldOf(concerned, document, reachable) === memberId
    })
    const names = new Map(everyone.map(({ id, name }) => [id, name]))
    const wishes = { preferences, snoozes, ...ofSubscriptions }
    return {
      preferences,
      timeZone,
      householdZone: person.timeZone,
      mutedIds: [...ofSubscriptions.muted],
      planned: remindersOf(own, wishes),
      ahead: () => {
        if (open === null) return remindersOf(own, wishes)
        const coming = read
          .filter(({ document }) => document.paidBy === memberId)
          .flatMap((one) => debitsToBook(one.subscription, one.own, today))
        const others = own.filter(({ kind }) => kind !== 'assumed')
        return remindersOf([...others, ...assumedAhead(householdId, open, coming, today)], wishes)
      },
      occasions,
      isEmpty: documents.length === 0,
      said: (occasion) => saidOf(occasion, byId.get(occasion.subscriptionId ?? ''), memberId, names),
      saidToAll: (occasion) => {
        const document = byId.get(occasion.subscriptionId ?? '')
        return isEverybodys(occasion, document) ? saidOf(occasion, document, null, names) : null
      },
    }
  }

  /** Debits of their own that booked themselves: only who may answer is asked; null for others. */
  private async openDebits(
    person: HouseholdPerson,
    today: CalendarDate,
  ): Promise<{ count: number; total: Money | null } | null> {
    if (!this.households.may(person, 'payments.record')) return null
    const { id: householdId, memberId } = person
    const { totals } = await this.billing.openDebits({ householdId, memberId, today }, 'own')
    const count = totals.reduce((all, one) => all + one.count, 0)
    const [only] = totals
    const total = totals.length === 1 && only !== undefined ? sumOfTotal(only.amount, only.currency) : null
    return { count, total }
  }
}

/** Who comes and goes, and what is shared; not what two owe each other, nor a plan of somebody's own that includes a shared one, nor what saves. */
const isEverybodys = ({ kind }: Occasion, document: SubscriptionDocument | undefined): boolean =>
  document === undefined
    ? kind === 'joined' || kind === 'left'
    : document.visibility === 'shared' && kind !== 'overlap' && kind !== 'step'

const saidOf = (
  { kind, subjectId, subscriptionId, on, nextOn, until, amount, count, about, task, budgetOf }: Occasion,
  document: SubscriptionDocument | undefined,
  /** Who is told; null is everybody. */
  memberId: string | null,
  names: ReadonlyMap<string, string>,
): Said => ({
  kind,
  subjectId,
  subscriptionId,
  name: document?.name ?? '',
  line: document === undefined ? null : maskedLine(document.line),
  on,
  nextOn,
  until,
  amount: amount === null ? null : { amount: amount.amount, currency: amount.currency },
  count,
  about,
  task,
  budgetOf,
  payer: document === undefined || document.paidBy === memberId ? null : (names.get(document.paidBy) ?? null),
})
