import { Injectable } from '@nestjs/common'
import type { calendarMonthViewSchema, insightsContract } from '@streamline/contract'
import {
  addMonths,
  agendaOf,
  chargesBySubscription,
  monthOf,
  noticeOf,
  parseCalendarDate,
  startOfMonth,
  sumByCurrency,
} from '@streamline/domain'
import type * as z from 'zod'
import type { Actor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { subjectFieldsOf } from './subject-fields.ts'

const YEARS_AROUND = 10

type Month = z.infer<typeof calendarMonthViewSchema>
type Entry = Month['days'][number]['entries'][number]

/** One month of dates as a calendar shows it, from the same agenda as the feed for calendars. */
@Injectable()
export class MonthViewService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingReaderService,
  ) {}

  async read(actor: Actor, input: Call<typeof insightsContract.calendar>['input']): Promise<Month> {
    const household = this.households.require(actor, 'overview.read')
    const today = this.households.today(household)
    const from = input.month === undefined ? startOfMonth(today) : parseCalendarDate(`${input.month}-01`)
    const [first, last] = [addMonths(today, -12 * YEARS_AROUND), addMonths(today, 12 * YEARS_AROUND)]
    if (from < startOfMonth(first) || from > last) {
      const message = `must lie between ${monthOf(first)} and ${monthOf(last)}`
      throw new ProblemError('date-out-of-range', undefined, {
        errors: [{ pointer: '/query/month', message }],
      })
    }
    const window = { from, until: addMonths(from, 1) }
    const { id: householdId, memberId } = household
    const range = { until: window.until, monthsFrom: from, monthsUntil: from }
    const [documents, { charges }] = await Promise.all([
      this.subscriptions.factsOfHousehold(householdId, memberId),
      this.billing.overviewFacts({ householdId, memberId, today: from }, range),
    ])
    const chargesOf = chargesBySubscription(charges)
    const entries = documents
      .filter(({ withdrawn }) => !withdrawn)
      .flatMap((document): (Entry & { on: Month['today'] })[] => {
        const { id, facts, noticeDays, raised, paidBy } = document
        const notice = noticeOf(facts.terms, noticeDays)
        const agenda = agendaOf({ facts, notice, raised }, chargesOf.get(id) ?? [], window, today)
        return agenda.map(({ kind, on, amount, isCancelled }) => ({
          ...subjectFieldsOf(document),
          on,
          entry: kind,
          amount,
          memberId: paidBy,
          cancelled: isCancelled,
        }))
      })
    const byDay = [...Map.groupBy(entries, ({ on }) => on)].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return {
      today,
      month: monthOf(from),
      days: byDay.map(([on, own]) => ({
        on,
        totals: [...sumByCurrency(own.flatMap(moneyOf))],
        entries: own
          .map(({ on: _on, ...entry }) => entry)
          .toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)),
      })),
    }
  }
}

const moneyOf = ({ entry, amount, cancelled }: Entry) =>
  (entry === 'debit' || entry === 'bill') && !cancelled && amount !== null ? [amount] : []
