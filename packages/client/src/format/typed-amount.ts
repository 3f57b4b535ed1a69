import { currencyExponent } from '@streamline/domain'
import { readDecimal, type Typed, type TypingHabit } from './typed-decimal.ts'

/** Written by hand or by a shop before or behind an amount, and known by no table. */
const more: Readonly<Record<string, readonly string[]>> = {
  INR: ['Rs.', 'Rs', 'Re.', 'Re', 'रु.', 'रू.', 'रु', 'रू', 'रुपये', 'रुपए', 'रुपया'],
  CHF: ['SFr.', 'Fr.', 'Fr'],
}

const asked = [
  { currencyDisplay: 'symbol', amount: 2 },
  { currencyDisplay: 'narrowSymbol', amount: 2 },
  { currencyDisplay: 'code', amount: 2 },
  { currencyDisplay: 'name', amount: 1 },
  { currencyDisplay: 'name', amount: 2 },
] as const

const known = new Map<string, readonly string[]>()

/** In small letters, with blanks that a keyboard has and nothing that cannot be seen. */
const seen = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g, '')
    .replace(/\s/g, ' ')
    .toLowerCase()
    .trim()

/** All that may stand beside an amount of a currency, longest first: ₹, INR, Rs., Indian rupees. */
const signsOf = (currency: string, locale: string): readonly string[] => {
  const key = `${locale} ${currency}`
  const before = known.get(key)
  if (before) return before
  const signs = [locale, 'en'].flatMap((tag) =>
    asked.map(
      ({ currencyDisplay, amount }) =>
        new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay })
          .formatToParts(amount)
          .find(({ type }) => type === 'currency')?.value ?? currency,
    ),
  )
  const all = [...new Set([...signs, ...(more[currency] ?? [])].map(seen))]
  const sorted = all.toSorted((a, b) => b.length - a.length)
  known.set(key, sorted)
  return sorted
}

/** "/-" and ",-" say that nothing follows. */
const withoutDash = (text: string): string => text.replace(/\s*(?:\/\s*[-–—=]|[.,][-–—]+)\s*$/u, '').trim()

/** The number alone; the sign of another currency stays, so that it is refused and not taken for this one. */
const bare = (typed: string, signs: readonly string[]): string => {
  const text = withoutDash(typed)
  const first = signs.find((sign) => text.startsWith(sign))
  const rest = first === undefined ? text : text.slice(first.length).trim()
  const last = signs.find((sign) => rest.endsWith(sign))
  const inner = last === undefined ? rest : rest.slice(0, -last.length).trim()
  return inner === text || inner === '' ? inner : bare(inner, signs)
}

/** An amount as people type or paste it: "12,99", "₹ 1,299/-", "1 299,50 €", "१२९". */
export const readAmount = (typed: string, currency: string, locale: string, habit: TypingHabit): Typed => {
  const text = seen(typed)
  const number = bare(text, signsOf(currency, locale))
  if (number === '' && text !== '') return { kind: 'none' }
  return readDecimal(number, currencyExponent(currency), habit)
}
