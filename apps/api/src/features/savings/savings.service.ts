import { setImmediate } from 'node:timers/promises'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { contract, savingsSchema } from '@streamline/contract'
import type { BothAnswers } from '@streamline/domain'
import {
  cheapestSet,
  costsOfNeeds,
  savingsOfRotation,
  type CheapestSet,
} from '@streamline/domain/cheapest-set'
import type * as z from 'zod'
import { build } from '../../platform/build.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer } from '../../platform/http/route.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { JobHandlers } from '../../platform/queue/job-handlers.ts'
import { Jobs } from '../../platform/queue/jobs.ts'
import { CatalogueService } from '../catalogue/catalogue.service.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { presentChoices } from './need-choices.presenter.ts'
import { SavingsStepRepository, type SavingsStepRow } from './savings-step.repository.ts'
import { SavingsReaderService, type SavingsFacts } from './savings-reader.service.ts'
import { savingsJob } from './savings.job.ts'
import { presentResult, presentSet, type PricedNeeds } from './savings.presenter.ts'
import {
  SavingsRepository,
  type CheapestAnswer,
  type NeedsAnswer,
  type SavingsOwner,
  type SavingsRow,
} from './savings.repository.ts'
import { answersOf } from './wanted-both.repository.ts'

type Savings = typeof contract.savings
type State = z.infer<typeof savingsSchema>['state']

/** What the first screen tells of savings. */
export interface SavingsHome {
  /** Another one wherever something else is told. */
  readonly key: string
  /** The cheapest set as it was worked out for this person; null where that is not fresh, or nothing is better. */
  readonly cheapest: CheapestAnswer | null
  readonly steps: readonly SavingsStepRow[]
  readonly answers: BothAnswers
}

/** What a question may take; a change of one need takes a fraction of it. */
const AT_ONCE = { timeout: 250, secondBest: false }

/** What all needs of a household may take to be priced, and again what may rotate: well within the lease of a job. */
const PRICED = { timeout: 15_000 }

/** All of it, one after another. In between the process turns to whatever else waits. */
async function takenInTurn<One>(all: Iterable<One>): Promise<One[]> {
  const found: One[] = []
  for (const one of all) {
    found.push(one)
    await setImmediate()
  }
  return found
}

/** What each need costs, and what it saves to hold a service some months only; nothing of a set that is not proven. */
async function pricedNeeds({ input }: SavingsFacts, set: CheapestSet | null): Promise<PricedNeeds> {
  if (set === null || set.proof.status !== 'optimal') return { costs: [], rotations: [] }
  const { value } = set.proof
  return {
    costs: await takenInTurn(costsOfNeeds(input, value, PRICED)),
    rotations: await takenInTurn(savingsOfRotation(input, value, PRICED)),
  }
}

const ownerOf = ({ id, memberId }: HouseholdActor): SavingsOwner => ({ householdId: id, memberId })

/**
 * What is paid twice and the cheapest set of plans, for each person of what they see. It is worked out by a job and kept until a write, a
 * day or another catalogue makes it stale; a request only reads it, or asks a what-if that is bounded in time.
 */
@Injectable()
export class SavingsService implements OnModuleInit {
  constructor(
    private readonly households: HouseholdsService,
    private readonly following: HouseholdFollowingService,
    private readonly catalogue: CatalogueService,
    private readonly reader: SavingsReaderService,
    private readonly kept: SavingsRepository,
    private readonly steps: SavingsStepRepository,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly postgres: Postgres,
  ) {}

  onModuleInit(): void {
    this.handlers.handle(
      savingsJob,
      (owner) => this.workOut(owner),
      (owner) => this.kept.stop(owner),
    )
  }

  async read(actor: Actor): Promise<Answer<Savings['read']>> {
    const household = this.households.require(actor, 'overview.read')
    const row = await this.kept.of(ownerOf(household))
    return { state: await this.stateOf(household, row), isEdited: row.needs !== null, result: row.result }
  }

  /** Read with the first screen, and never worked out for it. */
  async homeOf(household: HouseholdActor): Promise<SavingsHome> {
    const { madeKey, needsNumber, cheapest, steps, both } = await this.kept.home(ownerOf(household))
    const isMade = madeKey !== null && needsNumber !== null
    const isFresh = isMade && madeKey === (await this.keyOf(household, { needsNumber }))
    return {
      key: isMade ? `${needsNumber} ${madeKey}` : '',
      cheapest: isFresh ? cheapest : null,
      steps,
      answers: answersOf(both),
    }
  }

  async work(actor: Actor): Promise<Answer<Savings['work']>> {
    const household = this.households.require(actor, 'overview.read')
    const owner = ownerOf(household)
    const state = await this.stateOf(household, await this.kept.of(owner))
    if (state === 'fresh' || state === 'working') return { state }
    await this.postgres.transaction((tx) => this.beginIn(tx, owner))
    return { state: 'working' }
  }

  async cancel(actor: Actor): Promise<Answer<Savings['cancel']>> {
    const household = this.households.require(actor, 'overview.read')
    const owner = ownerOf(household)
    await this.kept.stop(owner)
    return { state: await this.stateOf(household, await this.kept.of(owner)) }
  }

  async setNeeds(actor: Actor, needs: NeedsAnswer | null): Promise<Answer<Savings['setNeeds']>> {
    const owner = ownerOf(this.households.require(actor, 'overview.read'))
    await this.postgres.transaction(async (tx) => {
      await this.kept.setNeeds(tx, owner, needs)
      await this.beginIn(tx, owner)
    })
    return { state: 'working' }
  }

  async choices(actor: Actor): Promise<Answer<Savings['choices']>> {
    const household = this.households.require(actor, 'overview.read')
    const { needs } = await this.kept.of(ownerOf(household))
    return presentChoices(await this.reader.read(household, needs))
  }

  async whatIf(actor: Actor, needs: NeedsAnswer): Promise<Answer<Savings['whatIf']>> {
    const facts = await this.reader.read(this.households.require(actor, 'overview.read'), needs)
    const set = cheapestSet(facts.input, AT_ONCE)
    return { set: set === null ? null : presentSet(set, facts) }
  }

  /** Removes what was worked out for a household: people are other ones now. */
  eraseHousehold(tx: Tx, householdId: string): Promise<void> {
    return this.kept.erase(tx, householdId)
  }

  /** Somebody who leaves takes along what only they could see. */
  async leaveIn(tx: Tx, householdId: string, memberId: string): Promise<void> {
    await this.eraseHousehold(tx, householdId)
    await this.steps.eraseOf(tx, householdId, memberId)
  }

  /** It is worked out by a job; part of a write after which it has to be. */
  async beginIn(tx: Tx, owner: SavingsOwner): Promise<void> {
    const jobId = await this.jobs.enqueue(tx, savingsJob, { ...owner }, { lane: owner.memberId })
    await this.kept.work(tx, owner, jobId)
  }

  /** Nothing to do where nobody waits for it any more, or who did has left. */
  private async workOut(owner: SavingsOwner): Promise<void> {
    const row = await this.kept.of(owner)
    if (row.jobId === null) return
    const person = await this.following.person(
      owner.householdId,
      ({ memberId }) => memberId === owner.memberId,
    )
    if (person === undefined) return this.kept.stop(owner)
    // The key was read before the facts: a write in between makes this stale, never wrong for long.
    const key = await this.keyOf(person, row)
    const facts = await this.reader.read(person, row.needs)
    const set = cheapestSet(facts.input)
    await this.kept.save(owner, row, presentResult(facts, set, await pricedNeeds(facts, set)), key)
  }

  private async stateOf(household: HouseholdActor, row: SavingsRow): Promise<State> {
    if (row.jobId !== null) return 'working'
    if (row.result === null) return 'none'
    return row.madeKey === (await this.keyOf(household, row)) ? 'fresh' : 'stale'
  }

  /** Names all that it is made of. */
  private async keyOf(
    household: HouseholdActor,
    { needsNumber }: Pick<SavingsRow, 'needsNumber'>,
  ): Promise<string> {
    const version = await this.catalogue.version()
    return [household.revision, this.households.today(household), needsNumber, build, version].join(' ')
  }
}
