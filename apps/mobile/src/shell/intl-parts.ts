/* What our texts need of `Intl` in English and Hindi, for an engine that has neither plurals nor lists nor ranges. */

const isHindi = (locale: string): boolean => locale.startsWith('hi')

const localeOf = (locales: string | readonly string[] | undefined): string =>
  (typeof locales === 'string' ? locales : locales?.[0]) ?? 'en'

/** One and other: of English exactly 1, of Hindi all up to 1. */
export class PluralForms {
  private readonly locale: string

  constructor(locales?: string | readonly string[]) {
    this.locale = localeOf(locales)
  }

  select(count: number): 'one' | 'other' {
    const size = Math.abs(count)
    return (isHindi(this.locale) ? size <= 1 : size === 1) ? 'one' : 'other'
  }

  resolvedOptions() {
    return { locale: this.locale, pluralCategories: ['one', 'other'] }
  }
}

const words = {
  en: {
    near: new Map([
      [-1, 'yesterday'],
      [0, 'today'],
      [1, 'tomorrow'],
    ]),
  },
  hi: {
    near: new Map([
      [-2, 'परसों'],
      [-1, 'कल'],
      [0, 'आज'],
      [1, 'कल'],
      [2, 'परसों'],
    ]),
  },
}

/** "in 2 days", "2 days ago"; nothing but days is asked for. */
export class RelativeDays {
  private readonly locale: string
  private readonly isAuto: boolean
  private readonly numbers: Intl.NumberFormat

  constructor(
    locales?: string | readonly string[],
    { numeric = 'always' }: { numeric?: 'always' | 'auto' } = {},
  ) {
    this.locale = localeOf(locales)
    this.isAuto = numeric === 'auto'
    this.numbers = new Intl.NumberFormat(this.locale)
  }

  format(days: number): string {
    const near = words[isHindi(this.locale) ? 'hi' : 'en'].near.get(days)
    if (this.isAuto && near !== undefined) return near
    const count = this.numbers.format(Math.abs(days))
    if (isHindi(this.locale)) return days < 0 ? `${count} दिन पहले` : `${count} दिन में`
    const unit = Math.abs(days) === 1 ? 'day' : 'days'
    return days < 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`
  }
}

/** "A, B and C" as the country writes it. */
export class ListOfNames {
  private readonly and: string
  private readonly hasComma: boolean

  constructor(locales?: string | readonly string[]) {
    const locale = localeOf(locales)
    this.and = isHindi(locale) ? 'और' : 'and'
    this.hasComma = isHindi(locale) || locale.endsWith('-US')
  }

  format(names: Iterable<string>): string {
    const all = [...names]
    const last = all.pop()
    if (last === undefined) return ''
    if (all.length === 0) return last
    return `${all.join(', ')}${this.hasComma && all.length > 1 ? ',' : ''} ${this.and} ${last}`
  }
}

type Part = Pick<Intl.DateTimeFormatPart, 'type' | 'value'>

const textOf = (parts: readonly Part[]): string => parts.map(({ value }) => value).join('')

const monthOf = (parts: readonly Part[]) => parts.find(({ type }) => type === 'month')?.value
const yearOf = (parts: readonly Part[]) => parts.find(({ type }) => type === 'year')?.value

/** Which of a date's parts stand at this end and are said once for both dates: as many as are the same. */
const sharedAt = (one: readonly Part[], other: readonly Part[], end: 'head' | 'tail'): number => {
  const at = (parts: readonly Part[], index: number): Part | undefined =>
    end === 'head' ? parts[index] : parts[parts.length - 1 - index]
  const isSame = (index: number): boolean => {
    const [a, b] = [at(one, index), at(other, index)]
    return a !== undefined && a.type === b?.type && a.value === b.value && a.type !== 'day'
  }
  let count = 0
  while (count < one.length && isSame(count)) count += 1
  return count
}

/** "3–29 Nov", "31 Oct – 29 Nov", "31 Dec 2025 – 30 Jan 2026": what is the same in both is said once. */
export const dateRange = (format: Intl.DateTimeFormat, from: Date, until: Date): string => {
  const [one, other] = [format.formatToParts(from), format.formatToParts(until)]
  if (textOf(one) === textOf(other)) return textOf(one)
  if (yearOf(one) !== yearOf(other)) return `${textOf(one)} – ${textOf(other)}`
  const tail = sharedAt(one, other, 'tail')
  const first = one.slice(0, one.length - tail)
  // A month before its day is said once at the head, its year once at the tail.
  const head =
    monthOf(one) === monthOf(other) ? sharedAt(first, other.slice(0, other.length - tail), 'head') : 0
  const dash = monthOf(one) === monthOf(other) ? '–' : ' – '
  return `${textOf(first)}${dash}${textOf(other.slice(head))}`
}
