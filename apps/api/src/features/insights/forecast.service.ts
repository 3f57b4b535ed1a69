import { Injectable } from '@nestjs/common'
import type { insightsContract } from '@streamline/contract'
import {
  addDays,
  cashAhead,
  chargesBySubscription,
  debitsOf,
  endOfMonthsAhead,
  maxDate,
  monthsAhead,
  sumByCurrency,
  type CalendarDate,
  type PayerDebit,
  type PayerDebits,
  type SubscriptionKind,
  type Sum,
} from '@streamline/domain'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'

const MONTHS = 12
const CASH_AHEAD = 30
const MOST_DAYS = 731

/** A debit with the kind of what it is for. */
type KindDebit = PayerDebit & { readonly kind: SubscriptionKind }

type Names = ReadonlyMap<string, string>

/** Real debits ahead: what is billed and what is to come, on its days, never an average. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingReaderService,
  ) {}

  async read(
    actor: Actor,
    { months = MONTHS, until }: Call<typeof insightsContract.forecast>['input'],
  ): Promise<Answer<typeof insightsContract.forecast>> {
    const household = this.households.require(actor, 'overview.read')
    const today = this.households.today(household)
    const { currency } = household
    const lastDay = until ?? addDays(today, CASH_AHEAD)
    assertAhead(lastDay, today)
    const end = endOfMonthsAhead(today, months)
    const [debits, names] = await Promise.all([
      this.debits(household, today, maxDate(end, addDays(lastDay, 1))),
      this.households.names(household.id),
    ])
    const cash = cashAhead(debits.filter(({ on }) => on <= lastDay))
    return {
      today,
      currency,
      months: monthsAhead(debits, today, months).map(({ month, totals, payers }) => {
        const own = payers.flatMap((payer) => payer.debits)
        return {
          month,
          totals: [...totals],
          byPayer: presentPayers(payers, names, currency),
          count: own.length,
          expected: own.filter(({ expected }) => expected).length,
        }
      }),
      cash: {
        until: lastDay,
        totals: [...sumByCurrency(cash)],
        byPayer: presentPayers(cash, names, currency),
      },
    }
  }

  /** Of everything that who asks may see, in `[today, until)`. */
  async debits(
    { id, memberId }: Pick<HouseholdActor, 'id' | 'memberId'>,
    today: CalendarDate,
    until: CalendarDate,
  ): Promise<KindDebit[]> {
    const range = { until, monthsFrom: today, monthsUntil: today }
    const [documents, { charges }] = await Promise.all([
      this.subscriptions.factsOfHousehold(id, memberId),
      this.billing.overviewFacts({ householdId: id, memberId, today }, range),
    ])
    const chargesOf = chargesBySubscription(charges)
    return documents.flatMap((document) => {
      const { name, kind, facts, paidBy, ownerId } = document
      const subscription = {
        id: document.id,
        name,
        kind,
        facts,
        providerId: document.providerId ?? '',
        paidByMemberId: paidBy,
        ownerMemberId: ownerId,
      }
      const debits = debitsOf(subscription, chargesOf.get(document.id) ?? [], today, until)
      return debits.map((debit) => ({ ...debit, kind }))
    })
  }
}

const assertAhead = (day: CalendarDate, today: CalendarDate): void => {
  const last = addDays(today, MOST_DAYS)
  if (day >= today && day <= last) return
  const message = `must lie between ${today} and ${last}`
  throw new ProblemError('date-out-of-range', undefined, { errors: [{ pointer: '/query/until', message }] })
}

/** Who needs most in the household's own currency comes first. */
const presentPayers = (payers: readonly PayerDebits[], names: Names, currency: string) => {
  const inOwn = (totals: readonly Sum[]): number =>
    totals.find((total) => total.currency === currency)?.amount ?? 0
  return [...Map.groupBy(payers, ({ memberId }) => memberId)]
    .map(([memberId, own]) => ({
      memberId,
      memberName: memberId === null ? '' : (names.get(memberId) ?? ''),
      totals: [...sumByCurrency(own)],
    }))
    .toSorted((a, b) => inOwn(b.totals) - inOwn(a.totals))
}
