import { firstBillOn, isCalendarDate, isSameInterval, type CalendarDate } from '@streamline/domain'
import type { Plan, Split } from '../answers.ts'
import { parseAmount } from '../format/amount-text.ts'
import { bonusOf } from './bonus.ts'
import type { DraftForm, TermsForm } from './draft.ts'
import { dayRateProblem, draftProblemsOf, limitsOf, wholeNumber } from './draft-problems.ts'

/** The first bill date where days lie before it, so that it must be said what is billed for them; otherwise null. */
export const firstBillDate = ({
  startsOn,
  postpaid,
  billDay,
}: Pick<TermsForm, 'startsOn' | 'postpaid' | 'billDay'>): CalendarDate | null => {
  const day = postpaid ? wholeNumber(billDay, 1, 31) : null
  if (day === null || !isCalendarDate(startsOn)) return null
  const first = firstBillOn(startsOn, day)
  return first === startsOn ? null : first
}

const introOf = (form: TermsForm) => {
  const amount = form.introPrice.trim() === '' ? null : parseAmount(form.introPrice, form.currency)
  const periods = wholeNumber(form.introPeriods, 1, 120)
  return amount === null || periods === null
    ? {}
    : { intro: { price: { amount, currency: form.currency }, periods } }
}

const commitmentOf = ({ minimumTerm: length, exitFee, currency }: TermsForm) => {
  if (length === null) return {}
  const amount = exitFee.trim() === '' ? null : parseAmount(exitFee, currency)
  return { minimumTerm: { length, ...(amount === null ? {} : { exitFee: { amount, currency } }) } }
}

/** Of a balance only the amount and the rate are said; how long it lasts follows. */
const balanceInput = (form: TermsForm, amount: number, startsOn: CalendarDate, plan: Plan | null) => {
  const { currency } = form
  const rate = parseAmount(form.dayRate, currency)
  if (rate === null || dayRateProblem(form) !== undefined) return null
  return {
    startsOn,
    ...(plan === null ? {} : { planId: plan.id }),
    price: { amount, currency },
    dayRate: { amount: rate, currency },
    taxIncluded: form.taxIncluded,
    renewal: 'manual' as const,
    ...commitmentOf(form),
  }
}

/** A plan fills in what is left out, so only what differs from it is said. */
export const termsInput = (form: TermsForm, plan: Plan | null) => {
  const amount = parseAmount(form.price, form.currency)
  if (amount === null || !isCalendarDate(form.startsOn)) return null
  if (form.byDay) return balanceInput(form, amount, form.startsOn, plan)
  const ownInterval = plan === null || !isSameInterval(form.interval, plan.interval)
  const ownPrice =
    plan === null || ownInterval || amount !== plan.price.amount || form.currency !== plan.price.currency
  const billDay = form.postpaid ? wholeNumber(form.billDay, 1, 31) : null
  const dueDays = form.postpaid ? wholeNumber(form.dueDays, 0, 60) : null
  const bonus = form.postpaid ? null : bonusOf(form)
  return {
    startsOn: form.startsOn,
    ...(plan === null ? {} : { planId: plan.id }),
    ...(ownInterval ? { interval: form.interval } : {}),
    ...(ownPrice ? { price: { amount, currency: form.currency } } : {}),
    ...(plan === null || form.taxIncluded !== plan.tax.included ? { taxIncluded: form.taxIncluded } : {}),
    ...(plan === null || form.renewal !== plan.renewal ? { renewal: form.renewal } : {}),
    ...(billDay === null ? {} : { billDay, firstBill: form.firstBill }),
    ...(dueDays === null ? {} : { dueDays }),
    ...(form.trial === null ? {} : { trial: form.trial }),
    ...introOf(form),
    ...(bonus === null ? {} : { bonus }),
    ...commitmentOf(form),
  }
}

const paidBeforeOf = ({ past, paidBefore, currency }: DraftForm) => {
  const amount = past === 'leftOut' ? parseAmount(paidBefore, currency) : null
  return amount === null ? {} : { paidBefore: { amount, currency } }
}

/** The number that was chosen, else the one that was typed. */
export const lineIn = ({ line, lineId }: Pick<DraftForm, 'line' | 'lineId'>) => {
  if (lineId !== null) return { lineId }
  return line.trim() === '' ? {} : { line: line.trim() }
}

/** Everything that creating takes; null while a problem is left. */
export const createInput = (form: DraftForm, plan: Plan | null, hasPast: boolean, split: Split) => {
  const terms = termsInput(form, plan)
  if (terms === null || Object.keys(draftProblemsOf(form, plan)).length > 0) return null
  const allowances = limitsOf(form) ?? []
  return {
    ...terms,
    ...(allowances.length === 0 ? {} : { allowances }),
    ...(form.name.trim() === '' ? {} : { name: form.name.trim() }),
    ...(plan === null ? { kind: form.kind } : {}),
    ...lineIn(form),
    paidBy: form.paidBy,
    ...(form.renewal === 'automatic' ? { recordsItself: form.recordsItself } : {}),
    visibility: form.private ? ('private' as const) : ('shared' as const),
    split: form.private ? { kind: 'payer' as const } : split,
    ...(hasPast ? { pastPeriods: form.past, ...paidBeforeOf(form) } : {}),
  }
}
