import { currencyCodes, currencyExponent } from '@streamline/domain'
import { countryCodes, currencyOf } from '@streamline/domain/country'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText, parseAmount } from './amount-text.ts'
import { writesComma } from './comma-lands.ts'
import { createFormat, type Format, type Language } from './format.ts'
import { readAmount } from './typed-amount.ts'
import { typingHabit } from './typing-habit.ts'

const languages: readonly Language[] = ['en', 'hi']
const countries = countryCodes()

const formats = new Map<string, Format>()

const formatOf = (language: Language, country: string): Format => {
  const format = formats.get(language + country) ?? createFormat({ language, country, today: null })
  formats.set(language + country, format)
  return format
}

const read = (text: string, currency: string, country = 'IN', language: Language = 'en') => {
  const format = formatOf(language, country)
  return readAmount(text, currency, format.locale, typingHabit(format, currency))
}

/** Minor units where it is clear, the list of what it may be where it is not, null where it is no amount. */
const meant = (...said: Parameters<typeof read>): number | number[] | null => {
  const typed = read(...said)
  const minor = (text: string): number => parseAmount(text, said[1]) ?? Number.NaN
  if (typed.kind === 'number') return minor(typed.text)
  return typed.kind === 'unclear' ? typed.readings.map(minor) : null
}

test.each([
  ['649', 'INR', 'IN', 64900],
  ['649.5', 'INR', 'IN', 64950],
  ['.5', 'INR', 'IN', 50],
  ['₹1,23,456.78', 'INR', 'IN', 12345678],
  ['₹ 1,299/-', 'INR', 'IN', 129900],
  ['  ₹\u00a01,299 /- ', 'INR', 'IN', 129900],
  ['Rs. 1,299.00', 'INR', 'IN', 129900],
  ['INR 1299', 'INR', 'IN', 129900],
  ['1,299 रुपये', 'INR', 'IN', 129900],
  ['1,299.50 Indian rupees', 'INR', 'IN', 129950],
  ['१२९', 'INR', 'IN', 12900],
  ['१,२९,९९९.५०', 'INR', 'IN', 12999950],
  ['١٢٩٫٥', 'INR', 'IN', 12950],
  ['649.', 'INR', 'IN', 64900],
  ['12,99', 'INR', 'IN', 1299],
  ['1,299.5', 'INR', 'IN', 129950],
  ['1,29,999.50', 'INR', 'IN', 12999950],
  ['1.299,00', 'INR', 'IN', 129900],
  ['649.00', 'JPY', 'JP', 649],
  ['1.299', 'JPY', 'JP', 1299],
  ['1,234.5', 'KWD', 'KW', 1234500],
  ['1.234', 'KWD', 'KW', 1234],
  ['12,99', 'EUR', 'DE', 1299],
  ['12,99 €', 'EUR', 'DE', 1299],
  ['0,99', 'EUR', 'DE', 99],
  ['12,-', 'EUR', 'DE', 1200],
  ['1.299', 'EUR', 'DE', 129900],
  ['1,299', 'EUR', 'DE', 129900],
  ['1.299', 'EUR', 'AT', 129900],
  ['1.299.000,5', 'EUR', 'DE', 129900050],
  ['1,299.00', 'EUR', 'DE', 129900],
  ['1 299,50', 'EUR', 'FR', 129950],
  ['1\u202f299,50 €', 'EUR', 'FR', 129950],
  ['1’299.50', 'CHF', 'CH', 129950],
  ['Fr. 12.–', 'CHF', 'CH', 1200],
  ['150.000', 'VND', 'VN', 150000],
  ['1.299', 'BRL', 'BR', 129900],
  ['R$ 1.299,90', 'BRL', 'BR', 129990],
])('%j in %s, %s is %i minor units', (text, currency, country, minor) => {
  expect(meant(text, currency, country)).toBe(minor)
})

test.each([
  ['1.299', 'INR', 'IN', [129900, 130]],
  ['1,299', 'EUR', 'AT', [129900, 130]],
  ['1.290', 'EUR', 'DE', [129000, 129]],
  ['1.290', 'BRL', 'BR', [129000, 129]],
  ['1,234', 'KWD', 'KW', [1234000, 1234]],
  ['1.234', 'KWD', 'AT', [1234000, 1234]],
])('%j in %s, %s asks', (text, currency, country, readings) => {
  expect(meant(text, currency, country)).toEqual(readings)
})

test.each([
  '-5',
  'abc',
  '6.4.9',
  '1e3',
  '1234.505',
  '1,2999',
  '1,29,99',
  '1,299,50',
  '1.29,999.50',
  '1 29.9 9',
  '0,999',
  '1,2.3,4',
  '12 34',
  '$12',
  '12 €',
  '₹',
  ',',
])('%j is no amount in rupees', (text) => {
  expect(meant(text, 'INR')).toBeNull()
})

test.each(['', '  ', '\u200e'])('%j is empty', (text) => expect(read(text, 'INR').kind).toBe('empty'))

/** How the people of a land write one and a half. */
const oneAndAHalf = (country: string): string => {
  // The runtime takes Guaraní for the first language of Paraguay.
  const language = country === 'PY' ? 'es' : new Intl.Locale(`und-${country}`).maximize().language
  return new Intl.NumberFormat(`${language}-${country}`, { numberingSystem: 'latn' }).format(1.5)
}

test('lands of the comma are those whose own language writes one', () => {
  for (const country of countries)
    expect([country, writesComma(country)]).toEqual([country, oneAndAHalf(country) === '1,5'])
})

/** True where it is read as what it is, or asked about with the right answer among few. */
const isSafe = (said: number | number[] | null, minor: number): boolean =>
  Array.isArray(said) ? said.includes(minor) && said.length <= 2 : said === minor

const amount = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 10 ** 11 }))
const styles = fc.constantFrom('symbol', 'narrowSymbol', 'code', 'name', null)

test('what any offered locale writes of any currency is read as that, or asked about, never taken for another', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.constantFrom(...countries),
      fc.constantFrom(...currencyCodes()),
      amount,
      styles,
      (language, country, currency, minor, currencyDisplay) => {
        const digits = currencyExponent(currency)
        const writer = new Intl.NumberFormat(`${language}-${country}`, {
          ...(currencyDisplay === null ? {} : { style: 'currency', currency, currencyDisplay }),
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
        const parts = writer.formatToParts(minor / 10 ** digits)
        // Some runtimes write "AED 1.00 UAE dirhams" into the middle of the digits.
        fc.pre(parts.filter(({ type }) => type === 'currency').length < 2)
        const text = parts.map(({ value }) => value).join('')
        return isSafe(meant(text, currency, country, language), minor)
      },
    ),
    { numRuns: 1500 },
  )
})

test('every land writes its own currency so that it is read, as whole units and with all digits', () => {
  for (const country of countries)
    for (const language of languages)
      for (const major of [7, 129, 1299, 45_678, 1_234_567]) {
        const currency = currencyOf(country) ?? 'INR'
        const minor = major * 10 ** currencyExponent(currency)
        const text = formatOf(language, country).money({ amount: minor, currency })
        expect([country, text, isSafe(meant(text, currency, country, language), minor)]).toEqual([
          country,
          text,
          true,
        ])
      }
})

test('what people of a land write by their own habit is never silently another amount', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.constantFrom(...countries),
      amount,
      (language, country, minor) => {
        const currency = currencyOf(country) ?? 'INR'
        const digits = currencyExponent(currency)
        // A thousandth of three digits written by one sign is the screen's own way there: it is shown as typed.
        fc.pre(digits < 3)
        const own = new Intl.Locale(`und-${country}`).maximize()
        const text = new Intl.NumberFormat(`${own.language}-${country}`, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(minor / 10 ** digits)
        const said = meant(text, currency, country, language)
        return said === null || isSafe(said, minor)
      },
    ),
    { numRuns: 1500 },
  )
})

test('what a field starts with reads back as it is, in every locale and currency', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.constantFrom(...countries),
      fc.constantFrom(...currencyCodes()),
      amount,
      (language, country, currency, minor) => {
        const { decimal } = typingHabit(formatOf(language, country), currency)
        return meant(amountText(minor, currency).replace('.', decimal), currency, country, language) === minor
      },
    ),
    { numRuns: 1500 },
  )
})
