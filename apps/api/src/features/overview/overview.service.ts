import { gunzipSync, gzipSync } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import { addDays, CASH_DAYS, type CalendarDate } from '@streamline/domain'
import { build } from '../../platform/build.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { RawJson, rawJson } from '../../platform/http/raw-json.ts'
import { ifPossible } from '../../platform/postgres/outage.ts'
import type { Tx } from '../../platform/postgres/postgres.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import type { OpenDebits, Viewer } from '../billing/billing.types.ts'
import { CatalogueService } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SavingsStepsService } from '../savings/savings-steps.service.ts'
import { SavingsService, type SavingsHome } from '../savings/savings.service.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { UsageHistoryService } from '../usage/usage-history.service.ts'
import { monthsShown } from './overview-months.ts'
import { subjectOf } from './overview-subject.ts'
import { presentOverview, type OverviewAnswer } from './overview.presenter.ts'
import { OverviewRepository, type OverviewKey } from './overview.repository.ts'
import { overlapSavings } from './overlap-saving.ts'
import { overlapsAmong } from './overlaps-among.ts'
import { unusedSubjects } from './overview-unused.ts'
import { bestSaving, savesMore } from './saving.ts'
import { termSavings } from './term-saving.ts'

/**
 * A seventh more on the wire for two thirds of the work: it is packed anew after every write. And at once: to hand it to another
 * thread costs about as much, and deriving it took longer.
 */
const PACKING = { level: 1 }

/** The first screen: derived once per revision of the household and local date, sent as stored ever after. */
@Injectable()
export class OverviewService {
  private readonly underway = new Map<string, Promise<Buffer>>()

  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly usage: UsageHistoryService,
    private readonly billing: BillingReaderService,
    private readonly catalogue: CatalogueService,
    private readonly savings: SavingsService,
    private readonly steps: SavingsStepsService,
    private readonly overviews: OverviewRepository,
  ) {}

  /** As text, or packed for who accepts gzip. */
  async read(actor: Actor, form: 'gzip' | 'text'): Promise<RawJson> {
    const household = this.households.require(actor, 'overview.read')
    const today = this.households.today(household)
    const { id: householdId, memberId, revision } = household
    const shape = `${build} ${await this.catalogue.version()}`
    const key = { householdId, memberId, today, revision, shape }
    const packed = await this.onceFor(household, key)
    return rawJson(form === 'gzip' ? packed : String(gunzipSync(packed)))
  }

  /**
   * However many ask at once, it is read or made once. Who found nothing a moment before it was stored would make it again, so reading
   * is part of it.
   */
  private onceFor(household: HouseholdActor, key: OverviewKey): Promise<Buffer> {
    const name = Object.values(key).join(' ')
    const known = this.underway.get(name)
    if (known !== undefined) return known
    const underway = this.readOrMake(household, key).finally(() => this.underway.delete(name))
    this.underway.set(name, underway)
    return underway
  }

  private async readOrMake(household: HouseholdActor, key: OverviewKey): Promise<Buffer> {
    const stored = await ifPossible(() => this.overviews.read(key))
    if (stored !== undefined) return stored
    const home = this.savings.homeOf(household)
    // The revision was read before the facts: a write in between makes this one stale, never wrong for long.
    const gzip = gzipSync(JSON.stringify(await this.derive(household, key.today, home)), PACKING)
    const { key: savingsKey } = await home
    await ifPossible(() => this.overviews.save(key, { gzip, savingsKey }))
    return gzip
  }

  /** The whole derivation from facts, in a constant number of queries. */
  async derive(
    household: HouseholdActor,
    today: CalendarDate,
    kept: Promise<SavingsHome> = this.savings.homeOf(household),
  ): Promise<OverviewAnswer> {
    const { id, memberId, country, currency } = household
    const viewer = { householdId: id, memberId, today }
    // Who has left may still owe something, and is named.
    const everyone = this.households.everyone(id)
    const [members, between, documents, { charges, months }, assumed, arrivals, home] = await Promise.all([
      everyone,
      this.billing.balancesOf(id, memberId, everyone),
      this.subscriptions.factsOfHousehold(id, memberId),
      this.billing.overviewFacts(viewer, { until: addDays(today, CASH_DAYS), ...monthsShown(today) }),
      this.openDebits(household, viewer),
      this.arrivals(household, viewer, everyone),
      kept,
    ])
    const names = new Map(members.map((member) => [member.id, member.name]))
    const providerIds = documents.flatMap(({ providerId }) => providerId ?? [])
    const actors = this.households.actorsAmong(members)
    const [plans, unused, steps] = await Promise.all([
      this.catalogue.plansOfProviders(providerIds, country),
      this.usage.unusedAmong(household, documents, today),
      this.steps.dueFor(household, home.steps, { documents, actors, today }),
    ])
    const plansById = new Map(plans.map((plan) => [plan.id, plan]))
    const subjects = documents.map((document) => subjectOf(document, plansById))
    const subjectsIf = (isWanted: (document: SubscriptionDocument) => boolean) =>
      documents.flatMap((document, at) => (isWanted(document) ? (subjects[at] ?? []) : []))
    const unasked = subjectsIf((document) => this.subscriptions.isUnasked(document, household, today))
    const claimable = subjectsIf((document) => this.subscriptions.isChangeable(document, household))
    const changeable = new Set(claimable.map((subject) => subject.id))
    const savings = [...overlapSavings(subjects, today, home.answers), ...termSavings(subjects, plans, today)]
    const saving = bestSaving(savings, currency)
    return presentOverview({
      today,
      currency,
      viewerId: memberId,
      actors,
      subjects,
      unasked,
      claimable,
      unused: unusedSubjects(subjects, unused, changeable),
      charges,
      months,
      between,
      names,
      saving,
      cheapest: savesMore(home.cheapest, saving) ? home.cheapest : null,
      steps,
      assumed,
      arrivals,
    })
  }

  /** What is paid for although another plan of the same people includes it. */
  overlaps(...given: Parameters<typeof overlapsAmong>): ReturnType<typeof overlapsAmong> {
    return overlapsAmong(...given)
  }

  /** Transfers of which the viewer is asked whether they arrived. */
  private async arrivals(
    household: HouseholdActor,
    viewer: Viewer,
    everyone: ReturnType<HouseholdsService['everyone']>,
  ): Promise<OverviewAnswer['arrivals']> {
    if (!this.households.may(household, 'settlements.record')) return []
    const forOthers = this.households.may(household, 'payments.recordForOthers')
    return this.billing.arrivalsFor(viewer, await everyone, forOthers ? 'everybody' : 'own')
  }

  /** Only what the viewer may answer for. */
  private async openDebits(household: HouseholdActor, viewer: Viewer): Promise<OpenDebits> {
    if (!this.households.may(household, 'payments.record')) return { totals: [], debits: [] }
    const forOthers = this.households.may(household, 'payments.recordForOthers')
    return this.billing.openDebits(viewer, forOthers ? 'everybody' : 'own')
  }

  /** Removes what was kept for a household: somebody who leaves takes along what only they could see. */
  eraseHousehold(tx: Tx, householdId: string): Promise<void> {
    return this.overviews.erase(tx, householdId)
  }
}
