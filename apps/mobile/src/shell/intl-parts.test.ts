import { dateRange, ListOfNames, PluralForms, RelativeDays } from './intl-parts.ts'

/* Node has all of it: what the app brings for a phone says the same. */

const locales = ['en-IN', 'hi-IN', 'en-US', 'en-GB', 'hi-US']

test.each(locales)('counts as %s does', (locale) => {
  const [ours, theirs] = [new PluralForms(locale), new Intl.PluralRules(locale)]
  for (const count of [0, 0.5, 1, 1.5, 2, 5, 21, 100, -1])
    expect(ours.select(count)).toBe(theirs.select(count))
})

test.each(locales)('says days as %s does', (locale) => {
  for (const numeric of ['auto', 'always'] as const)
    for (let days = -40; days <= 1234; days += days < 40 ? 1 : 199)
      expect(new RelativeDays(locale, { numeric }).format(days)).toBe(
        new Intl.RelativeTimeFormat(locale, { numeric }).format(days, 'day'),
      )
})

test.each(locales)('lists names as %s does', (locale) => {
  const format = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' })
  for (const names of [[], ['Asha'], ['Asha', 'Ravi'], ['Asha', 'Ravi', 'Meera'], ['A', 'B', 'C', 'D']])
    expect(new ListOfNames(locale).format(names)).toBe(format.format(names))
})

/** How wide the space around a dash is differs between the data of two devices. */
const plain = (text: string): string => text.replaceAll(/\s*–\s*/g, '–')

test.each(locales)('says from when to when as %s does', (locale) => {
  const start = Date.UTC(2025, 0, 1)
  for (const year of [{}, { year: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      ...year,
      timeZone: 'UTC',
    })
    for (let day = 0; day < 720; day += 13)
      for (const length of [0, 1, 27, 30, 90, 364]) {
        const from = new Date(start + day * 86_400_000)
        const until = new Date(from.getTime() + length * 86_400_000)
        // Without a year two of them are never shown.
        if (!('year' in year) && from.getUTCFullYear() !== until.getUTCFullYear()) continue
        expect(plain(dateRange(format, from, until))).toBe(plain(format.formatRange(from, until)))
      }
  }
})
