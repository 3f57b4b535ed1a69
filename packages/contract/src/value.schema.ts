import {
  extraPurposes,
  isCalendarDate,
  isCurrency,
  largestAmountOf,
  largestPriceOf,
  subscriptionKinds,
  WALL_TIME,
  type CalendarDate,
  type Money,
} from '@streamline/domain'
import * as z from 'zod'

/** A calendar date, `YYYY-MM-DD`, never an instant (law 1). */
export const calendarDateSchema = z
  .string()
  .max(10)
  .refine(isCalendarDate, 'must be a date that exists, as YYYY-MM-DD')
  // The refinement is the proof of the brand; a transform would leave OpenAPI without a type.
  .meta({ format: 'date', description: 'Calendar date, YYYY-MM-DD' }) as unknown as z.ZodType<
  CalendarDate,
  string
>

/** An RFC 3339 instant in UTC. */
export const instantSchema = z.iso.datetime().meta({ description: 'Instant in UTC, RFC 3339' })

/** `HH:MM` on a clock on the wall, in whatever zone it hangs. */
export const wallTimeSchema = z
  .string()
  .max(5)
  .regex(WALL_TIME, 'must be a time HH:MM')
  .meta({ description: 'Wall time, HH:MM' })

/** ISO 4217 code of a currency whose exponent is known. */
export const currencySchema = z
  .string()
  .length(3)
  .refine(isCurrency, 'must be an ISO 4217 currency')
  .meta({ description: 'ISO 4217 code' })

/** What a charge beside the periods is for. */
export const extraPurposeSchema = z.enum(extraPurposes)

/** An amount that may be negative, in minor units of its currency (law 9). */
export const moneySchema = z
  .strictObject({ amount: z.int(), currency: currencySchema })
  .meta({ description: 'Integer minor units: {"amount": 64900, "currency": "INR"} is ₹649.00' })

/**
 * Amounts added up. Where they are more than can be counted exactly, `amount` stands at the end of the range, ±(2^53 − 1), and
 * `tooLarge` says so.
 */
export const sumSchema = moneySchema.extend({ tooLarge: z.literal(true).optional() }).meta({
  description: 'A sum in integer minor units; with `tooLarge` it is beyond what can be counted exactly',
})

/** A refinement also sees a currency that is refused already: it has no bound then. */
const within =
  (mostOf: (currency: string) => number) =>
  ({ amount, currency }: Money): boolean =>
    !isCurrency(currency) || amount <= mostOf(currency)

const tooLarge = { message: 'is too large', path: ['amount'] }

/** A price: zero or more, at most `largestPriceOf` its currency. */
export const priceSchema = z
  .strictObject({ amount: z.int().min(0), currency: currencySchema })
  .refine(within(largestPriceOf), tooLarge)

/** What a provider bills, tax included: zero or more, at most `largestAmountOf` its currency. */
export const billedAmountSchema = z
  .strictObject({ amount: z.int().min(0), currency: currencySchema })
  .refine(within(largestAmountOf), tooLarge)

/** What is being paid: more than zero, at most `largestAmountOf` its currency. */
export const paidAmountSchema = billedAmountSchema.refine(({ amount }) => amount > 0, {
  message: 'must be more than zero',
  path: ['amount'],
})

/** Recurrence of a price; `{count: 28, unit: 'day'}` is a 28-day pack, never a month (law 3). */
/** Nothing lasts longer, and the calendar ends with 2200. */
const MOST_YEARS = 100

export const billingIntervalSchema = z
  .strictObject({
    count: z.int().min(1).max(1000).describe('At most 100 years'),
    unit: z.enum(['day', 'week', 'month', 'year']),
  })
  .refine(({ count, unit }) => unit !== 'year' || count <= MOST_YEARS, {
    path: ['count'],
    message: `must be at most ${MOST_YEARS} years`,
  })

export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two capital letters')
  .meta({ description: 'ISO 3166-1 alpha-2' })

export const timeZoneSchema = z
  .string()
  .min(1)
  .max(64)
  .meta({ description: 'IANA time zone, e.g. Asia/Kolkata' })

/** UUID v7 (v5 where it is derived from a key), as text. */
export const idSchema = z.uuid()

/** Text a person typed: trimmed, no control characters but tabs and line breaks. */
export const textSchema = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/(?![\t\n\r])\p{Cc}/u.test(text), 'must not hold control characters')

/** A one-line name: no line breaks, at least one visible character, nothing that turns the text around it. */
export const nameSchema = textSchema(120)
  .min(1)
  .refine((text) => !/[\r\n\t]/.test(text), 'must be one line')
  .refine((text) => /[^\p{Cf}\p{Z}]/u.test(text), 'must have a visible character')
  .refine((text) => !/[\u202A-\u202E\u2066-\u2069]/.test(text), 'must not change the direction of text')

/**
 * A look of one's own, instead of that of the brand: one emoji, or a colour as #rrggbb (decision 0046). Who reads one that is
 * neither, because it is newer, draws the brand.
 */
export const lookSchema = z
  .strictObject({
    emoji: z
      .string()
      .max(40)
      .regex(/^\p{RGI_Emoji}$/v, 'must be one emoji')
      .optional(),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/, 'must be a colour as #rrggbb')
      .optional(),
  })
  .refine(
    ({ emoji, color }) => (emoji === undefined) !== (color === undefined),
    'must be an emoji or a colour',
  )

/** The same in an answer. */
export const shownLookSchema = lookSchema
  .nullable()
  .describe('The emoji or colour that somebody gave the subscription; null: it looks like its brand')

export const kindSchema = z.enum(subscriptionKinds)
