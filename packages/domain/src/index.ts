export * from './billing/amount.ts'
export * from './billing/charge-rules.ts'
export * from './billing/charge.ts'
export * from './billing/credit-move.ts'
export * from './billing/difference.ts'
export * from './billing/leaver-share.ts'
export * from './billing/posting.ts'
export * from './billing/reconcile.ts'
export * from './billing/same-transfer.ts'
export * from './billing/settle-up.ts'
export * from './billing/settled-amount.ts'
export * from './billing/split-adjustment.ts'
export * from './billing/split-history.ts'
export * from './billing/split-merge.ts'
export * from './billing/split-scaled.ts'
export * from './billing/split.ts'
export * from './billing/upi.ts'
export { searchTokensOf, wordsOf } from './catalogue/search-tokens.ts'
export { searchIn, searchIndexOf } from './catalogue/search.ts'
export type { Found, Searchable, SearchIndex } from './catalogue/search.ts'
export { isUrgentNews, priceNewsOf } from './catalogue/price-news.ts'
export type { PriceNews, PublishedPrice } from './catalogue/price-news.ts'
export { isOldPrice } from './catalogue/price-age.ts'
export { planWordsOf } from './catalogue/plan-words.ts'
export type { SearchedPlan } from './catalogue/plan-words.ts'
export * from './error.ts'
export { lineKeyOf } from './line/number-key.ts'
export * from './line/line-timeline.ts'
export * from './line/masked-line.ts'
export * from './overview/cash-ahead.ts'
export * from './overview/needs.ts'
export * from './overview/one-day.ts'
export * from './overview/overview-input.ts'
export * from './overview/overview.ts'
export * from './overview/standing.ts'
export * from './overview/whose-need.ts'
export { allocate, allocateEqual, allocateExact, allocatePercent } from './money/allocate.ts'
export type { Allotment, Weighted } from './money/allocate.ts'
export * from './money/bounds.ts'
export * from './money/currency.ts'
export * from './money/exchange.ts'
export * from './money/money.ts'
export * from './money/prorate.ts'
export * from './money/sum.ts'
export * from './money/tax.ts'
export * from './agenda/agenda.ts'
export { assumedOccasion, mondayFrom } from './reminder/assumed.ts'
export * from './reminder/folded.ts'
export { overlapOccasion, peopleOccasions, settlementOccasion } from './reminder/household-news.ts'
export { occasionsOf } from './reminder/occasions.ts'
export type { RemindedSubscription } from './reminder/occasions.ts'
export { remindersOf } from './reminder/planned.ts'
export type { PlannedReminder, Snooze, Wishes } from './reminder/planned.ts'
export * from './reminder/preferences.ts'
export * from './reminder/reconcile-reminders.ts'
export * from './reminder/reminder.ts'
export { toldOf } from './reminder/told.ts'
export type { Kept, Reachable } from './reminder/told.ts'
export * from './savings/overlap.ts'
export * from './savings/term-switch.ts'
export * from './subscription/act.ts'
export { balanced, dayRateOn, leftOver } from './subscription/balance.ts'
export { changePlanAt, changePriceFrom, closedBefore } from './subscription/change.ts'
export type { PlanChange } from './subscription/change.ts'
export { daysOfBalance } from './subscription/day-rate.ts'
export * from './subscription/debits-ahead.ts'
export { draftOfTerms } from './subscription/draft-of-terms.ts'
export * from './subscription/entitlement.ts'
export * from './subscription/extra.ts'
export * from './subscription/fold.ts'
export * from './subscription/forecast.ts'
export * from './subscription/kind.ts'
export * from './subscription/lifecycle.ts'
export * from './subscription/period.ts'
export * from './subscription/periods.ts'
export * from './subscription/position.ts'
export * from './subscription/renew.ts'
export * from './subscription/standing-extras.ts'
export * from './subscription/stop.ts'
export { firstBillOn, minimumTermOn, termsOf } from './subscription/terms.ts'
export type {
  Commitment,
  Draft,
  FirstBill,
  Phase,
  Renewal,
  RenewalPolicy,
  Segment,
  Terms,
} from './subscription/terms.ts'
export {
  addDays,
  addMonths,
  compareDates,
  dateOfEpochDay,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  epochDayOf,
  FIRST_YEAR,
  isCalendarDate,
  isLeapYear,
  LAST_YEAR,
  maxDate,
  minDate,
  monthOf,
  parseCalendarDate,
  startOfMonth,
} from './time/calendar.ts'
export type { CalendarDate, CalendarMonth, EpochDay } from './time/calendar.ts'
export * from './time/interval.ts'
export * from './usage/allowance.ts'
export * from './usage/allowance-span.ts'
export * from './usage/allowance-standing.ts'
export * from './usage/cost-of-use.ts'
export * from './usage/note.ts'
export * from './usage/reading.ts'
export * from './usage/unused.ts'
export * from './usage/usage-kind.ts'
