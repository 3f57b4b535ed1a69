import { Injectable } from '@nestjs/common'
import type { acceptedStepSchema, savingsStepsContract, stepNameSchema } from '@streamline/contract'
import { isStepDue, stepKeyOf, type NeedActor } from '@streamline/domain'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Answer } from '../../platform/http/route.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { CatalogueService } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { presentStep } from './savings-step.presenter.ts'
import { SavingsStepRepository, type SavingsStepRow } from './savings-step.repository.ts'
import { SavingsRepository, type SavingsResult } from './savings.repository.ts'
import { isStepOf, seenSteps, type SeenStep, type StepView } from './seen-step.ts'

type StepName = z.infer<typeof stepNameSchema>
type Steps = Answer<typeof savingsStepsContract.read>
type KeptSet = NonNullable<SavingsResult['set']>
type KeptStep = KeptSet['steps'][number]

/** What somebody sees on a day, and who can act there. */
interface Viewing extends Pick<StepView, 'documents' | 'today'> {
  readonly actors: readonly NeedActor[]
}

const keyOf = ({ kind, subscription, plan, service }: KeptStep): string =>
  stepKeyOf({
    kind,
    subscriptionId: subscription?.id ?? null,
    planId: plan?.id ?? null,
    serviceId: service?.id ?? null,
  })

const hasPlan = ({ facts }: SubscriptionDocument, planId: string): boolean =>
  facts.terms.segments.some((segment) => segment.planId === planId)

/** Steps of the cheapest set that a household takes up. What becomes of them the facts say; here somebody only says that they are wanted. */
@Injectable()
export class SavingsStepsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly catalogue: CatalogueService,
    private readonly kept: SavingsRepository,
    private readonly steps: SavingsStepRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<Steps> {
    return this.present(this.households.require(actor, 'overview.read'))
  }

  async accept(actor: Actor, names: readonly StepName[]): Promise<Steps> {
    const household = this.households.require(actor, 'subscriptions.change')
    const { id, memberId } = household
    const [{ result }, documents] = await Promise.all([
      this.kept.of({ householdId: id, memberId }),
      this.subscriptions.factsOfHousehold(id, memberId),
    ])
    const set = result?.set ?? null
    const accepted = names.map((name) => {
      const step = set?.steps.find((one) => keyOf(one) === stepKeyOf(name))
      if (set === null || step === undefined)
        throw new ProblemError('illegal-transition', 'It is no step of what was worked out last.')
      this.assertMay(household, name, documents)
      return this.rowOf(household, step, set, documents)
    })
    await this.postgres.transaction(async (tx) => {
      await this.households.touch(tx, id)
      await this.steps.accept(tx, accepted)
      await this.kept.staysTrue(tx, id)
    })
    return this.present(household)
  }

  async change(actor: Actor, id: string, isDismissed: boolean): Promise<Steps> {
    const household = this.households.require(actor, 'subscriptions.change')
    const [row, documents] = await Promise.all([
      this.steps.one(household.id, id),
      this.subscriptions.factsOfHousehold(household.id, household.memberId),
    ])
    if (row === undefined) throw new ProblemError('not-found')
    const { subscription } = row.about
    const isOwn = row.acceptedBy === household.memberId
    const document = documents.find((one) => one.id === subscription?.id)
    // What one may not see is not there.
    if (!isOwn && (subscription === null ? row.ofPrivate : document === undefined))
      throw new ProblemError('not-found')
    // Who accepted it may take that back even where the subscription is not theirs to change any more.
    if (!isOwn) this.assertMay(household, { subscriptionId: subscription?.id ?? null }, documents)
    await this.postgres.transaction(async (tx) => {
      await this.households.touch(tx, household.id)
      await this.steps.dismiss(tx, household.id, id, isDismissed ? this.clock.nowIso() : null)
      await this.kept.staysTrue(tx, household.id)
    })
    return this.present(household)
  }

  /** Of accepted steps those that somebody is to do about now, for the first screen. */
  async dueFor(
    household: HouseholdActor,
    rows: readonly SavingsStepRow[],
    viewing: Viewing,
  ): Promise<z.infer<typeof acceptedStepSchema>[]> {
    const { memberId } = household
    const due = rows.filter(({ onDay: on }) => isStepDue({ on }, viewing.today))
    const seen = await this.openOf(household, due, viewing)
    return seen.map((one) => presentStep(one, { memberId, isYours: true, mayAct: true }))
  }

  /** Of accepted steps those that somebody is still to do, for what reminds of them. */
  async openFor(person: Pick<HouseholdActor, 'id' | 'memberId' | 'country'>, viewing: Viewing) {
    const { id, memberId } = person
    const open = await this.openOf(person, await this.steps.ofHousehold(id), viewing)
    return open.map((seen) => {
      const { row, document } = seen
      const { plan, service } = row.about
      const { saving } = presentStep(seen, { memberId, isYours: true, mayAct: true })
      return {
        stepId: row.id,
        subscriptionId: document?.id ?? null,
        on: row.onDay,
        saving,
        task: { kind: row.kind, plan: plan?.name ?? null, service: service?.name ?? null },
      }
    })
  }

  /** Of steps those that somebody is still to do; the catalogue is asked only where there are any. */
  private async openOf(
    { memberId, country }: Pick<HouseholdActor, 'memberId' | 'country'>,
    rows: readonly SavingsStepRow[],
    { documents, actors, today }: Viewing,
  ): Promise<SeenStep[]> {
    if (rows.length === 0) return []
    const plans = await this.catalogue.plansOfCountry(country)
    return seenSteps(rows, { memberId, documents, plans, today }).filter(
      (seen) => seen.standing.state === 'open' && isStepOf(seen, memberId, actors),
    )
  }

  private assertMay(
    household: HouseholdActor,
    { subscriptionId }: Pick<StepName, 'subscriptionId'>,
    documents: readonly SubscriptionDocument[],
  ): void {
    if (subscriptionId === null) {
      if (!this.households.may(household, 'subscriptions.create')) throw new ProblemError('forbidden')
      return
    }
    const document = documents.find(({ id }) => id === subscriptionId)
    if (document === undefined)
      throw new ProblemError('illegal-transition', 'The subscription is not there any more.')
    if (!this.subscriptions.isChangeable(document, household))
      throw new ProblemError('forbidden', 'Members accept steps of what is theirs or what they manage.')
  }

  private rowOf(
    household: HouseholdActor,
    step: KeptStep,
    { saving }: KeptSet,
    documents: readonly SubscriptionDocument[],
  ): SavingsStepRow {
    const { kind, on, subscription, plan, service, memberIds = [] } = step
    const ofPrivate = documents.some(({ visibility }) => visibility === 'private')
    const before = plan === null ? [] : documents.filter((one) => hasPlan(one, plan.id)).map(({ id }) => id)
    // What only one person sees is beside what others accept, never in its place.
    const whose = ofPrivate && subscription === null ? ` ${household.memberId}` : ''
    return {
      id: v7(),
      householdId: household.id,
      stepKey: keyOf(step) + whose,
      kind,
      onDay: on,
      acceptedBy: household.memberId,
      acceptedOn: this.households.today(household),
      ofPrivate,
      about: { subscription, plan, service, memberIds, before, saving },
      dismissedAt: null,
    }
  }

  private async present(household: HouseholdActor): Promise<Steps> {
    const { id, memberId, country } = household
    const today = this.households.today(household)
    const [rows, documents, plans, members] = await Promise.all([
      this.steps.ofHousehold(id),
      this.subscriptions.factsOfHousehold(id, memberId),
      this.catalogue.plansOfCountry(country),
      this.households.members(id),
    ])
    const actors: NeedActor[] = members.filter(({ userId }) => userId !== null)
    const changeable = documents.filter((one) => this.subscriptions.isChangeable(one, household))
    const mayActOn = changeable.map((one) => one.id)
    const mayBegin = this.households.may(household, 'subscriptions.create')
    return {
      steps: seenSteps(rows, { memberId, documents, plans, today }).map((seen) =>
        presentStep(seen, {
          memberId,
          isYours: isStepOf(seen, memberId, actors),
          mayAct: seen.document === null ? mayBegin : mayActOn.includes(seen.document.id),
        }),
      ),
      mayActOn,
      mayBegin,
    }
  }
}
