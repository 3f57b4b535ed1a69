import { Injectable } from '@nestjs/common'
import type { wantedBothContract } from '@streamline/contract'
import type { BothAnswers } from '@streamline/domain'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Answer, Call } from '../../platform/http/route.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { SavingsService } from './savings.service.ts'
import { answersOf, WantedBothRepository } from './wanted-both.repository.ts'

type Answers = Answer<typeof wantedBothContract.read>
type Said = Call<typeof wantedBothContract.answer>['input']

const pairOf = (one: string, other: string) =>
  one < other ? { firstId: one, secondId: other } : { firstId: other, secondId: one }

/** Two people with an account of their own may want both: asked once, and remembered for the household. */
@Injectable()
export class WantedBothService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly savings: SavingsService,
    private readonly repository: WantedBothRepository,
    private readonly postgres: Postgres,
  ) {}

  async read(actor: Actor): Promise<Answers> {
    return this.present(this.households.require(actor, 'overview.read'))
  }

  async answer(actor: Actor, { subscriptionId, otherIds, isWanted }: Said): Promise<Answers> {
    const household = this.households.require(actor, 'subscriptions.change')
    const { id: householdId, memberId } = household
    const others = [...new Set(otherIds)].filter((id) => id !== subscriptionId)
    await this.assertMay(household, [subscriptionId, ...others])
    const pairs = others.map((other) => ({ householdId, ...pairOf(subscriptionId, other) }))
    await this.postgres.transaction(async (tx) => {
      await this.households.touch(tx, householdId)
      if (isWanted === null) await this.repository.forget(tx, householdId, pairs)
      else {
        const answeredOn = this.households.today(household)
        const said = { isWanted, answeredBy: memberId, answeredOn }
        await this.repository.put(
          tx,
          pairs.map((pair) => ({ ...pair, ...said })),
        )
      }
      // What is paid twice is another list now.
      await this.savings.beginIn(tx, { householdId, memberId })
    })
    return this.present(household)
  }

  /** What was said, whoever asks: a pair of which somebody does not see both concerns nothing that they see. */
  async answersOf(householdId: string): Promise<BothAnswers> {
    return answersOf(await this.repository.ofHousehold(householdId))
  }

  /** Sees all of them, and may act on one at least. */
  private async assertMay(household: HouseholdActor, ids: readonly string[]): Promise<void> {
    const documents = await this.subscriptions.factsOfHousehold(household.id, household.memberId)
    const asked = documents.filter(({ id }) => ids.includes(id))
    if (asked.length < ids.length || ids.length < 2) throw new ProblemError('not-found')
    if (!asked.some((one) => this.subscriptions.isChangeable(one, household)))
      throw new ProblemError('forbidden', 'Members answer for what is theirs or what they manage.')
  }

  private async present(household: HouseholdActor): Promise<Answers> {
    const [rows, documents] = await Promise.all([
      this.repository.ofHousehold(household.id),
      this.subscriptions.factsOfHousehold(household.id, household.memberId),
    ])
    const byId = new Map(documents.map((document) => [document.id, document]))
    return {
      answers: rows.flatMap(({ firstId, secondId, isWanted, answeredBy, answeredOn }) => {
        const [one, other] = [byId.get(firstId), byId.get(secondId)]
        if (one === undefined || other === undefined) return []
        const both = [one, other]
        const mayAct = both.some((each) => this.subscriptions.isChangeable(each, household))
        const subscriptions = both.map(({ id, name }) => ({ id, name }))
        return [{ subscriptions, isWanted, answeredBy, answeredOn, mayAct }]
      }),
    }
  }
}
