import { DomainError } from '../error.ts'
import { largestPriceOf } from '../money/bounds.ts'
import { assertSameCurrency } from '../money/money.ts'
import type { Money } from '../money/money.ts'
import { assertBasisPoints } from '../money/tax.ts'
import type { TaxRule } from '../money/tax.ts'
import { parseCalendarDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { assertInterval, wholeMonths } from '../time/interval.ts'
import type { BillingInterval } from '../time/interval.ts'

export type Renewal = 'automatic' | 'manual'
export type RenewalPolicy = 'fromDueDate' | 'fromPaymentDate' | 'stack'
/**
 * What becomes of the days from the start to the first bill date, where the start is none: a bill for a whole price (the running
 * month of a connection that was there before), one for those days only, or no bill for them.
 */
export type FirstBill = 'whole' | 'byDay' | 'none'

/** A minimum term as it is said. */
export interface Commitment {
  readonly length: BillingInterval
  /** What is charged, tax included, when one leaves before its end; null where nothing is, or nobody knows. */
  readonly exitFee: Money | null
}

/** What a person or the catalogue says about a subscription before its terms are worked out. */
export interface Draft {
  readonly startsOn: CalendarDate
  readonly interval: BillingInterval
  /** Per period, 0 … `largestPriceOf` its currency. */
  readonly price: Money
  /** Default: the price is the total and nothing is known of the tax inside it. */
  readonly tax?: TaxRule | undefined
  /** Default `automatic`. */
  readonly renewal?: Renewal | undefined
  /** Postpaid when present: 1–31, only with whole months and automatic renewal (law 5). */
  readonly billDay?: number | undefined
  /** Days from the bill date to the due date, 0–60; above 0 only with a bill day. */
  readonly dueDays?: number | undefined
  /** Postpaid: what the bill on the first bill date is for. Default `byDay`, as it was before this could be said. */
  readonly firstBill?: FirstBill | undefined
  /** Length of a first free period. */
  readonly trial?: BillingInterval | undefined
  /** A lower price for the first 1–120 paid periods; a postpaid stub with a bill counts as one. */
  readonly intro?: { readonly price: Money; readonly periods: number } | undefined
  /** What the provider gives on top of the first paid period (12 months and 1 free); not with a bill day. */
  readonly bonus?: BillingInterval | undefined
  /**
   * What a day costs, where a recharge is a balance that burns by the day: `price` lasts for price ÷ rate whole days and `interval` is
   * not asked. Then the renewal is manual, without trial, intro and bonus.
   */
  readonly dayRate?: Money | undefined
  /** How long one must stay, from the first day, and what leaving before costs. */
  readonly minimumTerm?: Commitment | undefined
  /** Periods that begin before this day are left out of the books: they have no charge. Default none is. */
  readonly chargedFrom?: CalendarDate | undefined
  /** Days after a missed due date on which the service still runs, 0–365; default 0. */
  readonly graceDays?: number | undefined
  /** Overrides the default policy (law 20). */
  readonly policy?:
    | { readonly early?: RenewalPolicy | undefined; readonly late?: RenewalPolicy | undefined }
    | undefined
  /** The plan of the catalogue it follows, and the published price; null for a household's own. Default null. */
  readonly planId?: string | null | undefined
  readonly priceVersionId?: string | null | undefined
}

/** `invalid-terms` with a sentence. */
export function invalidTerms(message: string, details: Record<string, string | number> = {}): DomainError {
  return new DomainError('invalid-terms', message, details)
}

/** `invalid-terms` unless it is a whole number within bounds. */
export function assertWithin(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw invalidTerms(`${name} is ${value}, not a whole number of ${least}–${most}.`, {
      [name]: value,
      field: name,
    })
}

/** Throws unless the price is a known currency and a whole number of minor units, 0 … `largestPriceOf` it. */
export function assertPrice({ amount, currency }: Money): void {
  const most = largestPriceOf(currency)
  const refuse = (bounds: string) =>
    new DomainError('amount-out-of-range', `A price is a whole number of ${bounds}, not ${amount}.`, {
      amount,
    })
  if (!Number.isSafeInteger(amount) || amount < 0) throw refuse('at least 0')
  if (amount > most) throw refuse(`at most ${most}`)
}

/** `invalid-terms` for a day that costs nothing, and the errors of a price. */
export function assertDayRate(rate: Money, price: Money): void {
  assertPrice(rate)
  assertSameCurrency(rate.currency, price.currency)
  if (rate.amount === 0) throw invalidTerms('A day costs more than nothing.', { dayRate: 0 })
}

export const billWithBonus = (): DomainError =>
  invalidTerms('A bill has no days on top: nothing was paid ahead.')

function assertCommitment({ length, exitFee }: Commitment, price: Money): void {
  assertInterval(length)
  if (exitFee === null) return
  assertPrice(exitFee)
  assertSameCurrency(exitFee.currency, price.currency)
}

/** Who asks finds in `details.field` which part of a draft is refused, as a path: `intro/periods`. */
export function inField<Result>(field: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(error.code, error.message, { field, ...error.details })
  }
}

/** Throws unless terms can be worked out of it. */
export function assertDraft(draft: Draft): void {
  const { interval, price, billDay, intro, trial, tax, bonus, dayRate, minimumTerm } = draft
  inField('startsOn', () => parseCalendarDate(draft.startsOn))
  inField('interval', () => assertInterval(interval))
  inField('price', () => assertPrice(price))
  if (tax !== undefined) inField('tax', () => assertBasisPoints(tax.basisPoints))
  if (draft.graceDays !== undefined) assertWithin('graceDays', draft.graceDays, 0, 365)
  if (draft.dueDays !== undefined) assertWithin('dueDays', draft.dueDays, 0, billDay === undefined ? 0 : 60)
  if (trial !== undefined) inField('trial', () => assertInterval(trial))
  if (intro !== undefined) {
    inField('intro/price', () => {
      assertPrice(intro.price)
      assertSameCurrency(intro.price.currency, price.currency)
    })
    assertWithin('intro/periods', intro.periods, 1, 120)
  }
  if (billDay !== undefined) {
    assertWithin('billDay', billDay, 1, 31)
    if (wholeMonths(interval) === 0)
      throw invalidTerms('A bill day needs a billing interval of whole months.', { field: 'interval' })
    if (draft.renewal === 'manual')
      throw invalidTerms('A bill day is for bills, which come by themselves.', { field: 'billDay' })
  }
  if (bonus !== undefined)
    inField('bonus', () => {
      assertInterval(bonus)
      if (billDay !== undefined) throw billWithBonus()
    })
  if (dayRate !== undefined)
    inField('dayRate', () => {
      assertDayRate(dayRate, price)
      const automatic = draft.renewal === 'automatic' ? draft.renewal : undefined
      if ([billDay, trial, intro, bonus, automatic].some((other) => other !== undefined))
        throw invalidTerms(
          'What burns by the day is recharged by hand, without bills, trial, intro and bonus.',
        )
    })
  if (minimumTerm !== undefined) inField('minimumTerm', () => assertCommitment(minimumTerm, price))
  if (billDay === undefined && draft.firstBill !== undefined)
    throw invalidTerms('A first bill needs a bill day.', { field: 'firstBill' })
}
