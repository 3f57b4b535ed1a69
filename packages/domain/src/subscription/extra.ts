import type { Money } from '../money/money.ts'
import { addDays } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Period } from './period.ts'

/** What a charge beside the periods is for; `before` is all that was paid for periods that were left out. */
export const extraPurposes = [
  'booster',
  'fee',
  'installation',
  'deposit',
  'lateFee',
  'exitFee',
  'before',
  'other',
] as const
export type ExtraPurpose = (typeof extraPurposes)[number]

/** A charge beside the periods, or a pack beside the base one. */
export interface Extra {
  readonly purpose: ExtraPurpose
  readonly title: string | null
  /** What is debited, tax included; may be nothing. */
  readonly price: Money
  readonly startsOn: CalendarDate
  /** First day on which it is used up; null for what has no validity. */
  readonly endsOn: CalendarDate | null
  readonly dueOn: CalendarDate
}

export interface StandingExtra extends Extra {
  /** The act that added it. */
  readonly id: string
  /** Below 0, so that it is the number of no period; the same whatever becomes of others. */
  readonly number: number
}

/** The charge of an extra as one of a period: of its days, billed when it begins. */
export function periodOfExtra({ number, price, startsOn, endsOn, dueOn }: StandingExtra): Period {
  const { amount, currency } = price
  return {
    index: number,
    startsOn,
    endsOn: endsOn ?? addDays(startsOn, 1),
    billedOn: startsOn,
    dueOn,
    phase: 'regular',
    segment: 0,
    net: amount,
    tax: 0,
    amount,
    currency,
    days: 1,
    ofDays: 1,
    expected: false,
  }
}
