import { addDays, type CalendarDate, type Money } from '@streamline/domain'
import { amountInText } from './shared-amount.ts'
import { daysInText } from './shared-days.ts'

/** What somebody may have paid, as its name is written. */
interface Named {
  readonly id: string
  readonly name: string
}

/** What could be read in a text that was shared: always for a person to confirm, never done by itself. */
export interface SharedText {
  /** Rupees: other texts are not read. */
  readonly amount: Money | null
  /** When it was paid; never after today. */
  readonly on: CalendarDate | null
  /** Until when it is to be paid, or when it renews; after today. */
  readonly dueOn: CalendarDate | null
  readonly provider: Named | null
  /** A mobile number of India, its ten digits. */
  readonly number: string | null
  /** By which the bank knows the payment. */
  readonly reference: string | null
  /** It says that money has left. */
  readonly isPaid: boolean
}

/** Longer than any message; what comes after it is not read. */
const LONGEST = 4000

const year = 366

const paid =
  /\b(?:debited|paid|sent|spent|successful|successfully|received your payment|thank you for (?:your )?(?:payment|recharg\w*)|recharged|credited to)\b/iu

const asked = /\b(?:will be debited|is due|due (?:on|by|date)|pay (?:by|before)|bill generated|overdue)\b/iu

/** Ten digits that begin as mobile numbers do, by themselves or behind the code of the country. */
const mobile = /(?<!\d)(?:\+?91[\s-]?|0)?([6-9]\d{4})[\s-]?(\d{5})(?!\d)/u

const referenceIn =
  /\b(?:upi(?:\s?ref(?:erence)?)?|ref(?:erence)?|utr|txn|transaction|rrn)\s?(?:no|num|number|id)?\.?\s?[:#-]?\s?([a-z]{0,4}\d[a-z\d]{5,21})\b/iu

const wordy = (text: string): string => ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}+]+/gu, ' ')} `

/** Whose name stands in the text as words; the longest, since "Airtel Xstream" is not "Airtel". */
const providerIn = (text: string, providers: readonly Named[]): Named | null => {
  const words = wordy(text)
  const found = providers
    .filter(({ name }) => name.trim() !== '' && words.includes(wordy(name)))
    .toSorted((one, other) => other.name.length - one.name.length)
  return found[0] ?? null
}

/** Reads a message of a bank, a provider or an app that pays (UPI). */
export const readSharedText = (
  shared: string,
  { today, providers }: { today: CalendarDate; providers: readonly Named[] },
): SharedText => {
  const text = shared.slice(0, LONGEST)
  const minor = amountInText(text)
  const days = daysInText(text, today).filter((on) => on > addDays(today, -year) && on < addDays(today, year))
  const reference = referenceIn.exec(text)?.[1] ?? null
  const withoutReference = reference === null ? text : text.replace(reference, ' ')
  const [, first, second] = mobile.exec(withoutReference) ?? []
  return {
    amount: minor === null ? null : { amount: minor, currency: 'INR' },
    on: days.find((on) => on <= today) ?? null,
    dueOn: days.find((on) => on > today) ?? null,
    provider: providerIn(text, providers),
    number: first === undefined || second === undefined ? null : first + second,
    reference,
    isPaid: paid.test(text) && !asked.test(text),
  }
}

interface Chargeable {
  readonly subscriptionName: string
  readonly providerId: string | null
  readonly outstanding: Money
  readonly dueOn: CalendarDate
}

/** Charges that it may be about, the likeliest first: of the same provider and amount, then of either; others are none. */
export const chargesMeant = <Charge extends Chargeable>(
  { amount, provider }: SharedText,
  charges: readonly Charge[],
): readonly Charge[] => {
  const scoreOf = ({ outstanding, providerId, subscriptionName }: Charge): number => {
    const isSame = amount?.amount === outstanding.amount && amount.currency === outstanding.currency
    const isOf =
      provider !== null &&
      (providerId === provider.id || wordy(subscriptionName).includes(wordy(provider.name)))
    return (isOf ? 2 : 0) + (isSame ? 1 : 0)
  }
  return charges
    .map((charge) => ({ charge, score: scoreOf(charge) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ charge }) => charge)
}
