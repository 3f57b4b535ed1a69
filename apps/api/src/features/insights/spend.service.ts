import { Injectable } from '@nestjs/common'
import type { insightsContract, spendSchema, SpendGrouping } from '@streamline/contract'
import {
  addMonths,
  monthOf,
  parseCalendarDate,
  spendOf,
  startOfMonth,
  type CalendarDate,
  type SpendItem,
  type SpendMonth,
} from '@streamline/domain'
import type * as z from 'zod'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { rawText } from '../../platform/http/raw-text.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import type { SpendRange, SpendRow } from '../billing/billing.types.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { spendCsv } from './spend-csv.ts'

type Input = Call<typeof insightsContract.spend>['input']
type SpendAnswer = z.infer<typeof spendSchema>

const MONTHS = 12
const GROUPS_SHOWN = 200

/** Items to add up, and what their groups are called where the key does not say it. */
interface Found {
  readonly items: readonly SpendItem[]
  readonly names: ReadonlyMap<string, string>
}

/** What was spent, as the lists and the first screen count it. */
@Injectable()
export class SpendService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingReaderService,
  ) {}

  async read(actor: Actor, input: Input): Promise<SpendAnswer> {
    const household = this.households.require(actor, 'overview.read')
    const today = this.households.today(household)
    const by = input.by ?? 'kind'
    const range = rangeOf(input, today)
    const { items, names } = await this.found(household, by, range, today)
    const { currency } = household
    const { months, groups } = spendOf(items, { months: monthsOf(range), currency })
    const shown = groups.slice(0, GROUPS_SHOWN)
    return {
      today,
      currency,
      by,
      months: months.map(presentMonth),
      groups: shown.map(({ key, totals, months: own }) => ({
        key,
        name: key === null ? null : (names.get(key) ?? null),
        totals: [...totals],
        months: own.map(presentMonth),
      })),
      groupCount: groups.length,
    }
  }

  async csv(actor: Actor, input: Input): Promise<Answer<typeof insightsContract.spendCsv>> {
    return rawText(spendCsv(await this.read(actor, input)), 'text/csv; charset=utf-8')
  }

  private async found(
    household: HouseholdActor,
    by: SpendGrouping,
    range: SpendRange,
    today: CalendarDate,
  ): Promise<Found> {
    const viewer = { householdId: household.id, memberId: household.memberId, today }
    if (by === 'sharer') {
      const [shares, names] = await Promise.all([
        this.billing.sharesDue(viewer, range),
        this.households.names(household.id),
      ])
      return {
        items: shares.map(({ month, memberId, amount }) => ({ month, keys: [memberId], amount })),
        names,
      }
    }
    const rows = await this.billing.spent(viewer, range)
    const itemsBy = (keysOf: (row: SpendRow) => readonly string[]): SpendItem[] =>
      rows.map((row) => ({ month: row.month, keys: keysOf(row), amount: row.amount }))
    switch (by) {
      case 'kind':
        return { items: itemsBy(({ kind }) => [kind]), names: new Map() }
      case 'payer':
        return {
          items: itemsBy(({ payerId }) => [payerId]),
          names: await this.households.names(household.id),
        }
      case 'subscription':
        return {
          items: itemsBy(({ subscriptionId }) => [subscriptionId]),
          names: new Map(
            rows.map(({ subscriptionId, subscriptionName }) => [subscriptionId, subscriptionName]),
          ),
        }
      case 'label': {
        const documents = await this.documentsOf(household)
        const items = itemsBy(({ subscriptionId }) => documents.get(subscriptionId)?.labels ?? [])
        return { items, names: new Map(items.flatMap(({ keys }) => keys.map((label) => [label, label]))) }
      }
      case 'provider': {
        const documents = await this.documentsOf(household)
        const keyOf = ({ subscriptionId, providerId }: SpendRow): string[] => {
          const key = providerId ?? documents.get(subscriptionId)?.providerName
          return key === undefined || key === null ? [] : [key]
        }
        const names = new Map(
          [...documents.values()].flatMap(({ providerId, providerName }) =>
            providerName === null ? [] : [[providerId ?? providerName, providerName]],
          ),
        )
        return { items: itemsBy(keyOf), names }
      }
    }
  }

  private async documentsOf({ id, memberId }: HouseholdActor): Promise<Map<string, SubscriptionDocument>> {
    const documents = await this.subscriptions.factsOfHousehold(id, memberId)
    return new Map(documents.map((document) => [document.id, document]))
  }
}

const presentMonth = ({ month, totals }: SpendMonth) => ({ month, totals: [...totals] })

const rangeOf = ({ months = MONTHS, until }: Input, today: CalendarDate): SpendRange => {
  const last = until === undefined ? startOfMonth(today) : parseCalendarDate(`${until}-01`)
  return { from: addMonths(last, 1 - months), until: addMonths(last, 1) }
}

const monthsOf = ({ from, until }: SpendRange): string[] => {
  const months: string[] = []
  for (let month = from; month < until; month = addMonths(month, 1)) months.push(monthOf(month))
  return months
}
