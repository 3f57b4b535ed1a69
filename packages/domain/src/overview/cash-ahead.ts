import { chargeStateOf, outstandingOf } from '../billing/charge.ts'
import { sumOf } from '../money/sum.ts'
import type { Sum } from '../money/sum.ts'
import { forecastDebits } from '../subscription/forecast.ts'
import { addDays } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { grouped } from './grouped.ts'
import type { OverviewCharge, OverviewSubscription } from './overview-input.ts'

/** One debit ahead, minor units, and who pays it: what is outstanding of a charge, or a forecast (`chargeId` null). */
export interface PayerDebit {
  readonly subscriptionId: string
  readonly chargeId: string | null
  readonly on: CalendarDate
  readonly amount: number
  readonly expected: boolean
  readonly memberId: string | null
  readonly currency: string
}

/** What one payer needs in one currency. */
export interface PayerDebits extends Sum {
  readonly memberId: string | null
  readonly debits: readonly PayerDebit[]
}

/** Days that the cash line of the overview looks ahead. */
export const CASH_DAYS = 14

const byDate = (a: PayerDebit, b: PayerDebit): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  if (a.subscriptionId !== b.subscriptionId) return a.subscriptionId < b.subscriptionId ? -1 : 1
  return a.expected === b.expected ? 0 : a.expected ? 1 : -1
}

/**
 * The debits of one subscription dated in [today, until), `until` fourteen days ahead unless said otherwise: what is outstanding of
 * its charges, and forecasts of periods that have no charge yet. `too-many-periods` beyond 5000.
 */
export function debitsOf(
  subscription: OverviewSubscription,
  charges: readonly OverviewCharge[],
  today: CalendarDate,
  until: CalendarDate = addDays(today, CASH_DAYS),
): PayerDebit[] {
  const { id: subscriptionId, paidByMemberId: memberId, facts } = subscription
  const rows: PayerDebit[] = []
  for (const charge of charges) {
    if (charge.dueOn < today || charge.dueOn >= until || chargeStateOf(charge, today) === 'paid') continue
    const { id: chargeId, dueOn: on, currency } = charge
    const amount = outstandingOf(charge)
    if (amount !== 0) rows.push({ memberId, currency, subscriptionId, chargeId, on, amount, expected: false })
  }
  // A period that went has a charge too; the one that comes with the same number has none yet.
  const raised = new Set(charges.filter(({ voided }) => !voided).map(({ index }) => index))
  for (const { on, amount, index, expected } of forecastDebits(facts, { from: today, until }, { today })) {
    if (raised.has(index)) continue
    rows.push({ memberId, subscriptionId, chargeId: null, on, expected, ...amount })
  }
  return rows
}

/**
 * Debits of any subscriptions per payer and currency, in order of the member id (nobody last), then the currency; debits by date.
 */
export function cashAhead(debits: readonly PayerDebit[]): PayerDebits[] {
  const groups = grouped(
    debits,
    ({ memberId, currency }) => `${memberId === null ? '1' : `0${memberId}`} ${currency}`,
  )
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rows]) => ({
      memberId: rows[0]?.memberId ?? null,
      ...sumOf(
        rows.map(({ amount }) => amount),
        rows[0]?.currency ?? '',
      ),
      debits: rows.toSorted(byDate),
    }))
}
