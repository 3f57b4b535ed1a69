import { dateRange, ListOfNames, PluralForms, RelativeDays } from './intl-parts.ts'

/* The engine of a phone leaves these to the app; what the device can do itself is left to the device. */

interface Missing {
  PluralRules?: unknown
  RelativeTimeFormat?: unknown
  ListFormat?: unknown
}

const known = Intl as Missing
known.PluralRules ??= PluralForms
known.RelativeTimeFormat ??= RelativeDays
known.ListFormat ??= ListOfNames

const dates = Intl.DateTimeFormat.prototype as {
  formatRange?: (this: Intl.DateTimeFormat, from: Date, until: Date) => string
}
dates.formatRange ??= function formatRange(from, until) {
  return dateRange(this, from, until)
}
