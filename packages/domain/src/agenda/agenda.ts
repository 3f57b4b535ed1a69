import { outstandingOf } from '../billing/charge.ts'
import type { Money } from '../money/money.ts'
import type { OverviewCharge } from '../overview/overview-input.ts'
import { debitsAhead, type NoticeRule } from '../subscription/debits-ahead.ts'
import { forecastDebits, type Debit } from '../subscription/forecast.ts'
import { statusOf, type SubscriptionFacts } from '../subscription/lifecycle.ts'
import { lastEndOf, periodAt } from '../subscription/periods.ts'
import { addDays, type CalendarDate } from '../time/calendar.ts'

/** What stands in a calendar. */
export const agendaKinds = ['debit', 'bill', 'stop', 'trialEnd', 'decideBy'] as const

export type AgendaKind = (typeof agendaKinds)[number]

/** One line of a calendar: something of a subscription that has a day. */
export interface AgendaEntry {
  readonly kind: AgendaKind
  /** The same for as long as it is about the same thing, on whatever day; unique within the subscription. */
  readonly key: string
  /** The debit, the due date, the last usable day, the last day to decide. */
  readonly on: CalendarDate
  /** What is debited, or what going on costs, minor units with tax; null where nobody knows. */
  readonly amount: Money | null
  /** It would have been, and will not be: who has it in a calendar is told. */
  readonly isCancelled: boolean
}

export interface AgendaSubscription {
  readonly facts: SubscriptionFacts
  readonly notice: NoticeRule
  /** Periods below this number have their charge. */
  readonly raised: number
}

/** Half-open. */
export interface AgendaWindow {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/**
 * What a subscription gives a calendar, in order of the day: each real debit or bill of a window with the amount that was billed or is
 * expected, the last day of a pack, of a trial, and to decide. What a cancellation or a pause took away is there as cancelled. Days are the
 * terms' own, each counted from its anchor (law 2), so that no rule of repetition is needed (law 19).
 */
export function agendaOf(
  subscription: AgendaSubscription,
  charges: readonly OverviewCharge[],
  window: AgendaWindow,
  today: CalendarDate,
): AgendaEntry[] {
  const { facts } = subscription
  const entries =
    facts.terms.opened === null
      ? [...debitsWithin(facts, charges, window), ...decisionsOf(subscription, charges, today)]
      : stopsOf(facts, today)
  return [...entries, ...besideOf(charges)]
    .filter(({ on }) => on >= window.from && on < window.until)
    .toSorted((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? -1 : 1))
}

function debitsWithin(
  facts: SubscriptionFacts,
  charges: readonly OverviewCharge[],
  window: AgendaWindow,
): AgendaEntry[] {
  const { terms } = facts
  const planned = forecastDebits({ terms, pauses: [] }, window)
  const coming = new Map(forecastDebits(facts, window).map((debit) => [debit.index, debit]))
  const byIndex = new Map(charges.map((charge) => [charge.index, charge]))
  return planned.map((debit) => {
    const comes = coming.get(debit.index)
    const charge = byIndex.get(debit.index)
    return {
      kind: isBill(facts, debit) ? 'bill' : 'debit',
      key: `debit ${debit.index}`,
      on: charge?.dueOn ?? (comes ?? debit).on,
      amount: charge === undefined ? (comes ?? debit).amount : moneyOf(charge),
      isCancelled: comes === undefined || charge?.waived === true,
    }
  })
}

/** Fees and boosters, each due on a day of its own. */
const besideOf = (charges: readonly OverviewCharge[]): AgendaEntry[] =>
  charges
    .filter(({ index, amount }) => index < 0 && amount > 0)
    .map((charge) => ({
      kind: 'bill',
      key: `charge ${charge.id}`,
      on: charge.dueOn,
      amount: moneyOf(charge),
      isCancelled: charge.waived || charge.voided,
    }))

const moneyOf = ({ amount, currency }: OverviewCharge): Money => ({ amount, currency })

const isBill = ({ terms }: SubscriptionFacts, { on }: Debit): boolean =>
  (terms.segments.findLast(({ anchorOn }) => anchorOn <= on) ?? terms.segments[0])?.billDay !== undefined

/** The last day of what is paid; what somebody dropped stops without asking. */
function stopsOf(facts: SubscriptionFacts, today: CalendarDate): AgendaEntry[] {
  const endsOn = lastEndOf(facts.terms)
  if (endsOn === null) return []
  const { price } = facts.terms.segments.at(-1) ?? {}
  const isLeft = facts.cancellation !== undefined || statusOf(facts, today) === 'expired'
  const isGone = isLeft && endsOn > today
  return [{ kind: 'stop', key: 'stop', on: addDays(endsOn, -1), amount: price ?? null, isCancelled: isGone }]
}

function decisionsOf(
  { facts, notice, raised }: AgendaSubscription,
  charges: readonly OverviewCharge[],
  today: CalendarDate,
): AgendaEntry[] {
  const status = statusOf(facts, today)
  if (facts.cancellation !== undefined || status === 'expired' || status === 'paused') return []
  const open = charges
    .filter((charge) => charge.index >= 0 && outstandingOf(charge) > 0)
    .map((charge) => ({
      index: charge.index,
      dueOn: charge.dueOn,
      outstanding: { amount: outstandingOf(charge), currency: charge.currency },
    }))
  const { decide } = debitsAhead(facts, notice, { raised, open }, today)
  const trialEndsOn = status === 'trialing' ? periodAt(facts.terms, today)?.endsOn : undefined
  const trial: AgendaEntry[] =
    trialEndsOn === undefined
      ? []
      : [
          {
            kind: 'trialEnd',
            key: 'trial',
            on: addDays(trialEndsOn, -1),
            amount: decide?.amount ?? null,
            isCancelled: false,
          },
        ]
  // Without a notice the day before the debit is the last to decide: the debit, or the end of the trial, says enough.
  if (decide === null || notice.noticeDays === 0) return trial
  return [
    ...trial,
    { kind: 'decideBy', key: 'decide', on: decide.on, amount: decide.amount, isCancelled: false },
  ]
}
