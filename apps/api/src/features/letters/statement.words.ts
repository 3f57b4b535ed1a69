import type { CalendarDate, Money, SubscriptionKind } from '@streamline/domain'
import { localeTag, moneyText } from '../../platform/format/money-text.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import type { PdfRow, PdfSheet } from '../../platform/pdf/pdf.ts'

/** Something with what it came to, per currency. */
export interface Figured {
  readonly name: string | null
  readonly totals: readonly Money[]
}

/** The figures of a month or a year, as the lists of insights say them. */
export interface StatementFigures {
  readonly household: string
  readonly currency: string
  readonly today: CalendarDate
  /** `YYYY-MM` of one month, `YYYY` of a year. */
  readonly period: string
  readonly totals: readonly Money[]
  /** The month before, or nothing for a year. */
  readonly before: readonly Money[] | null
  /** Of a year. */
  readonly months: readonly { readonly month: string; readonly totals: readonly Money[] }[]
  readonly kinds: readonly { readonly kind: SubscriptionKind; readonly totals: readonly Money[] }[]
  readonly payers: readonly Figured[]
  readonly sharers: readonly Figured[]
  /** Of a year, the largest first. */
  readonly subscriptions: readonly Figured[]
  /** Of a month, in order of the day. */
  readonly debits: readonly { readonly on: CalendarDate; readonly name: string; readonly amount: Money }[]
}

interface StatementWords {
  readonly month: (name: string) => string
  readonly year: (name: string) => string
  readonly note: string
  readonly more: (money: string) => string
  readonly less: (money: string) => string
  readonly same: string
  readonly nothing: string
  readonly sections: Readonly<
    Record<'months' | 'kinds' | 'payers' | 'sharers' | 'subscriptions' | 'debits', string>
  >
  readonly kinds: Readonly<Record<SubscriptionKind, string>>
  readonly foot: (date: string) => string
}

const english: StatementWords = {
  month: (name) => `Statement of ${name}`,
  year: (name) => `Review of the year ${name}`,
  note: 'What fell due, paid or not, as you see it. What is private to others is not in it.',
  more: (money) => `${money} more than the month before`,
  less: (money) => `${money} less than the month before`,
  same: 'As much as the month before',
  nothing: 'Nothing fell due.',
  sections: {
    months: 'Month by month',
    kinds: 'By kind',
    payers: 'Who pays',
    sharers: 'Whose share',
    subscriptions: 'Each subscription',
    debits: 'Day by day',
  },
  kinds: { ott: 'Streaming', mobile: 'Mobile', broadband: 'Broadband', tv: 'TV', other: 'Apps and others' },
  foot: (date) => `Streamline, ${date}`,
}

const hindi: StatementWords = {
  month: (name) => `${name} का ब्योरा`,
  year: (name) => `साल ${name} का ब्योरा`,
  note: 'जो देना था, चुकाया हो या नहीं, जैसा आपको दिखता है। दूसरों की निजी चीज़ें इसमें नहीं हैं।',
  more: (money) => `पिछले महीने से ${money} ज़्यादा`,
  less: (money) => `पिछले महीने से ${money} कम`,
  same: 'पिछले महीने जितना ही',
  nothing: 'कुछ देना नहीं था।',
  sections: {
    months: 'महीने के हिसाब से',
    kinds: 'क़िस्म के हिसाब से',
    payers: 'कौन चुकाता है',
    sharers: 'किसका हिस्सा',
    subscriptions: 'हर सब्सक्रिप्शन',
    debits: 'दिन के हिसाब से',
  },
  kinds: { ott: 'स्ट्रीमिंग', mobile: 'मोबाइल', broadband: 'ब्रॉडबैंड', tv: 'टीवी', other: 'ऐप और बाक़ी' },
  foot: (date) => `Streamline, ${date}`,
}

const dateIn = (locale: Locale, date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeTag(locale), { ...options, timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  )

const monthIn = (locale: Locale, month: string): string =>
  dateIn(locale, `${month}-01`, { month: 'long', year: 'numeric' })

const amountIn = (totals: readonly Money[], currency: string): number =>
  totals.find((total) => total.currency === currency)?.amount ?? 0

const differenceIn = (
  { totals, before, currency }: StatementFigures,
  words: StatementWords,
  locale: Locale,
): string[] => {
  if (before === null) return []
  const amount = amountIn(totals, currency) - amountIn(before, currency)
  const money = moneyText({ amount: Math.abs(amount), currency }, locale)
  return [amount === 0 ? words.same : amount > 0 ? words.more(money) : words.less(money)]
}

/** The figures as a sheet in the language of who reads it. Amounts of several currencies stand side by side (law 9). */
export function statementIn(figures: StatementFigures, locale: Locale): PdfSheet {
  const words = locale === 'hi' ? hindi : english
  const { currency, period, household, today, totals, months, debits } = figures
  const isYear = period.length === 4
  const moneyOf = (sums: readonly Money[]): string =>
    sums.length === 0
      ? moneyText({ amount: 0, currency }, locale)
      : sums.map((sum) => moneyText(sum, locale)).join(' + ')
  const barred = (rows: readonly Figured[]): PdfRow[] => {
    const most = Math.max(1, ...rows.map((row) => amountIn(row.totals, currency)))
    return rows.map((row) => ({
      label: row.name ?? '',
      value: moneyOf(row.totals),
      part: Math.max(0, amountIn(row.totals, currency)) / most,
    }))
  }
  const { sections } = words
  return {
    language: localeTag(locale),
    about: household,
    title: isYear ? words.year(period) : words.month(monthIn(locale, period)),
    figure: moneyOf(totals),
    notes: totals.length === 0 ? [words.nothing] : [...differenceIn(figures, words, locale), words.note],
    sections: [
      {
        title: sections.months,
        rows: barred(months.map((one) => ({ name: monthIn(locale, one.month), totals: one.totals }))),
      },
      {
        title: sections.kinds,
        rows: barred(figures.kinds.map((one) => ({ name: words.kinds[one.kind], totals: one.totals }))),
      },
      { title: sections.payers, rows: barred(figures.payers) },
      { title: sections.sharers, rows: barred(figures.sharers) },
      { title: sections.subscriptions, rows: barred(figures.subscriptions) },
      {
        title: sections.debits,
        rows: debits.map(({ on, name, amount }) => ({
          label: name,
          detail: dateIn(locale, on, { weekday: 'short', day: 'numeric', month: 'short' }),
          value: moneyText(amount, locale),
        })),
      },
    ],
    foot: words.foot(dateIn(locale, today, { day: 'numeric', month: 'long', year: 'numeric' })),
  }
}
