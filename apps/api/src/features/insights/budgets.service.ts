import { Injectable } from '@nestjs/common'
import type { budgetsContract } from '@streamline/contract'
import {
  budgetOutlook,
  endOfMonthsAhead,
  startOfMonth,
  subscriptionKinds,
  type BudgetOutlook,
  type CalendarDate,
  type DueAmount,
} from '@streamline/domain'
import { v7 } from 'uuid'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { invalidInput, ProblemError } from '../../platform/http/problem.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { BudgetRepository, type BudgetRow } from './budget.repository.ts'
import { ForecastService } from './forecast.service.ts'

type Budgets = Answer<typeof budgetsContract.read>
type Said = Call<typeof budgetsContract.set>['input']

const MONTHS = 12
const SCOPES = ['household', 'kind', 'member'] as const

/** What falls due, and whose budgets it is of. */
interface Item extends DueAmount {
  readonly kind: string
  readonly memberId: string
}

/** A budget with what somebody sees of its months. */
export interface SeenBudget {
  readonly row: BudgetRow
  /** Of a member's. */
  readonly memberName: string | null
  readonly outlook: BudgetOutlook
}

/** Who looks, on which day. */
type Looking = Pick<HouseholdActor, 'id' | 'memberId'>

/**
 * What may fall due in a month, and the day on which it will be more. Each person's outlook is made of what they see: what is private counts
 * for its owner alone, as everywhere in insights.
 */
@Injectable()
export class BudgetsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly billing: BillingReaderService,
    private readonly forecasts: ForecastService,
    private readonly repository: BudgetRepository,
    private readonly postgres: Postgres,
  ) {}

  async read(actor: Actor): Promise<Budgets> {
    return this.present(this.households.require(actor, 'overview.read'))
  }

  async set(actor: Actor, { scope, kind, memberId, amount }: Said): Promise<Budgets> {
    const household = this.households.require(actor, 'subscriptions.change')
    const { id: householdId, currency } = household
    const about = await this.aboutOf(household, { scope, kind, memberId })
    await this.postgres.transaction(async (tx) => {
      await this.households.touch(tx, householdId)
      const setOn = this.households.today(household)
      if (amount === null) await this.repository.remove(tx, { householdId, scope, about })
      else
        await this.repository.put(tx, {
          id: v7(),
          householdId,
          scope,
          about,
          amount,
          currency,
          setBy: household.memberId,
          setOn,
        })
    })
    return this.present(household)
  }

  /** Those of a household as one of it sees them; of a member who has left nothing. */
  async seenBy({ id, memberId }: Looking, today: CalendarDate): Promise<SeenBudget[]> {
    const rows = await this.repository.ofHousehold(id)
    if (rows.length === 0) return []
    const [items, members] = await Promise.all([
      this.items({ id, memberId }, today),
      this.households.members(id),
    ])
    const names = new Map(members.map((member) => [member.id, member.name]))
    return rows
      .filter(({ scope, about }) => scope !== 'member' || names.has(about))
      .toSorted((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope))
      .map((row) => ({
        row,
        memberName: row.scope === 'member' ? (names.get(row.about) ?? null) : null,
        outlook: budgetOutlook(row, items.filter(isOf(row)), today),
      }))
  }

  /** What was billed, on its due days, and what has no charge yet. */
  private async items(looking: Looking, today: CalendarDate): Promise<Item[]> {
    const [from, until] = [startOfMonth(today), endOfMonthsAhead(today, MONTHS)]
    const viewer = { householdId: looking.id, memberId: looking.memberId, today }
    const [billed, ahead] = await Promise.all([
      this.billing.fallenDue(viewer, { from, until }),
      this.forecasts.debits(looking, today, until),
    ])
    return [
      ...billed.map(({ on, amount, kind, payerId: memberId }) => ({ on, ...amount, kind, memberId })),
      ...ahead.flatMap(({ chargeId, on, amount, currency, kind, memberId }) =>
        chargeId === null && memberId !== null ? [{ on, amount, currency, kind, memberId }] : [],
      ),
    ]
  }

  private async aboutOf(
    { id }: HouseholdActor,
    { scope, kind, memberId }: Pick<Said, 'scope' | 'kind' | 'memberId'>,
  ): Promise<string> {
    switch (scope) {
      case 'household':
        return ''
      case 'kind':
        if (kind === undefined) throw invalidInput('/kind', 'is needed for a budget of a kind')
        return kind
      case 'member': {
        if (memberId === undefined) throw invalidInput('/memberId', 'is needed for a budget of a member')
        const members = await this.households.members(id)
        if (!members.some((member) => member.id === memberId)) throw new ProblemError('not-found')
        return memberId
      }
    }
  }

  private async present(household: HouseholdActor): Promise<Budgets> {
    const today = this.households.today(household)
    const seen = await this.seenBy(household, today)
    return {
      today,
      currency: household.currency,
      budgets: seen.map(({ row: { scope, about, amount, currency }, memberName, outlook }) => ({
        scope,
        kind: scope === 'kind' ? (subscriptionKinds.find((kind) => kind === about) ?? null) : null,
        memberId: scope === 'member' ? about : null,
        memberName,
        amount: { amount, currency },
        spent: outlook.spent,
        month: outlook.month,
        overrun: outlook.overrun,
      })),
    }
  }
}

const isOf =
  ({ scope, about }: BudgetRow) =>
  ({ kind, memberId }: Item): boolean =>
    scope === 'household' || (scope === 'kind' ? kind === about : memberId === about)
