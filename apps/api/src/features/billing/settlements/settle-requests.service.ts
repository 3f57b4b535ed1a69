import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { settlementsContract } from '@streamline/contract'
import { addDays, type CalendarDate } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'
import { refusedAt } from '../payments/refused-at.ts'
import { owedBetween } from './owed-between.ts'
import { SettleRequestRepository, type SettleRequestRow } from './settle-request.repository.ts'

const DAY = 86_400_000
/** Whoever was asked is left alone for so long. */
const PAUSE = 3 * DAY
/** Days after which nobody is told of a request any more. */
const KEPT = 14

/** Asking somebody to settle what they owe: nothing of the money, only a word to them. */
@Injectable()
export class SettleRequestsService implements OnModuleInit {
  constructor(
    private readonly households: HouseholdsService,
    private readonly requests: SettleRequestRepository,
    private readonly entries: LedgerRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    this.ticks.register({
      name: 'settle-requests.purge',
      run: (now) => this.requests.purge(new Date(now - (KEPT + 2) * DAY).toISOString()),
    })
  }

  async read(actor: Actor): Promise<Answer<typeof settlementsContract.readRequests>> {
    const { id, memberId } = this.households.require(actor, 'balances.read')
    return { items: (await this.requests.by(id, memberId, this.pauseBegan())).map(presented) }
  }

  /** Who was asked within the pause is not told again: the request that stands is answered. */
  async ask(
    actor: Actor,
    { from, currency }: Call<typeof settlementsContract.request>['input'],
  ): Promise<Answer<typeof settlementsContract.request>> {
    const household = this.households.require(actor, 'settlements.record')
    const { id: householdId, memberId: toMember } = household
    const person = (await this.households.everyone(householdId)).find(({ id }) => id === from)
    if (person === undefined || person.leftOn !== null || from === toMember)
      throw refusedAt('unknown-member', '/from', 'must be somebody else of this household')
    if (person.userId === null)
      throw refusedAt('unknown-member', '/from', 'has no account, so nobody can be told')
    const pair = { fromMember: from, toMember, currency }
    const { members } = await this.entries.between(householdId)
    if (owedBetween(members, pair) === 0)
      throw refusedAt('amount-out-of-range', '/from', 'owes you nothing in this currency')
    const askedOn = this.households.today(household)
    const row = { id: v7(), householdId, ...pair, askedOn, askedAt: this.clock.nowIso() }
    return this.postgres.transaction(async (tx) => {
      await this.households.touch(tx, householdId)
      return presented(await this.requests.put(tx, row, this.pauseBegan()))
    })
  }

  private pauseBegan(): string {
    return new Date(this.clock.now() - PAUSE).toISOString()
  }

  /** What somebody was asked for and still owes; `everyone` are the people of the household. */
  async askedOf(
    { householdId, memberId, today }: { householdId: string; memberId: string; today: CalendarDate },
    everyone: readonly { readonly id: string; readonly name: string }[],
  ) {
    const rows = await this.requests.from(householdId, memberId, addDays(today, -KEPT))
    if (rows.length === 0) return []
    const { members } = await this.entries.between(householdId)
    const names = new Map(everyone.map(({ id, name }) => [id, name]))
    return rows.flatMap(({ id: requestId, askedOn, ...pair }) => {
      const { currency, toMember } = pair
      const amount = owedBetween(members, pair)
      if (amount === 0) return []
      return [{ requestId, askedOn, toName: names.get(toMember) ?? '', amount: { amount, currency } }]
    })
  }
}

const presented = ({ id, fromMember: from, currency, askedOn }: SettleRequestRow) => ({
  id,
  from,
  currency,
  askedOn,
})
