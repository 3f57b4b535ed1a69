import {
  addDays,
  daysOfBalance,
  isCalendarDate,
  maxDate,
  type CalendarDate,
  type Money,
} from '@streamline/domain'
import type { SubscriptionDetail } from '../answers.ts'
import { parseAmount } from '../format/amount-text.ts'
import type { TermsForm } from './draft.ts'
import { openUntil } from './timeline.ts'

/** How long money lasts by the day, and what is left of it. */
export interface BalanceOutlook {
  readonly startsOn: CalendarDate
  /** Last usable day. */
  readonly until: CalendarDate
  readonly days: number
  readonly left: Money
}

/** Longer than anybody recharges for; the service says so. */
const MOST = 1000

const lasting = (
  held: number,
  startsOn: CalendarDate,
  rates: Parameters<typeof daysOfBalance>[2],
): BalanceOutlook | null => {
  const [first] = rates
  if (first === undefined || held > first.rate.amount * MOST) return null
  const { days, left } = daysOfBalance(held, startsOn, rates)
  const { currency } = first.rate
  return days === 0
    ? null
    : { startsOn, until: addDays(startsOn, days - 1), days, left: { amount: left, currency } }
}

/** How long what is typed lasts; null while it cannot be read. */
export const balanceOfDraft = ({
  startsOn,
  price,
  dayRate,
  currency,
}: Pick<TermsForm, 'startsOn' | 'price' | 'dayRate' | 'currency'>): BalanceOutlook | null => {
  const [held, rate] = [parseAmount(price, currency), parseAmount(dayRate, currency)]
  if (!isCalendarDate(startsOn) || held === null || !rate) return null
  return lasting(held, startsOn, [{ fromOn: startsOn, rate: { amount: rate, currency } }])
}

/** How long a recharge lasts, with what is left over, behind what still runs; null while it cannot be read. */
export const balanceOfRecharge = (
  { dayRate, timeline, price: { currency } }: Pick<SubscriptionDetail, 'dayRate' | 'timeline' | 'price'>,
  { renewedOn, price }: { readonly renewedOn: string; readonly price: string },
): BalanceOutlook | null => {
  const amount = parseAmount(price, currency)
  if (dayRate === null || amount === null || !isCalendarDate(renewedOn)) return null
  const startsOn = maxDate(openUntil(timeline) ?? renewedOn, renewedOn)
  // Rates by day: the one of today holds until the next.
  const rates = [{ fromOn: renewedOn, rate: dayRate.rate }, ...(dayRate.next === null ? [] : [dayRate.next])]
  return lasting(dayRate.leftOver.amount + amount, startsOn, rates)
}
