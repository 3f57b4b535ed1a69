import { fixedDays, wholeMonths } from '@streamline/domain'
import type { Plan, SubscriptionDetail } from '../answers.ts'
import { amountText } from '../format/amount-text.ts'
import type { ActInputOf } from './acts.queries.ts'
import type { TermsForm } from './draft.ts'
import { termsInput } from './draft-input.ts'
import { termsProblemsOf } from './draft-problems.ts'

/** The beginning as it should have been, as typed. */
export interface BeginningDraft extends TermsForm {
  /** Of the plan that it had, of another one, or of none. */
  readonly of: 'kept' | 'plan' | 'own'
  readonly plan: Plan | null
  readonly pastPeriods: 'unpaid' | 'assumePaid' | 'leftOut'
  readonly reason: string
}

type Beginning = SubscriptionDetail['beginning']

const typed = (count: number | null): string => (count === null ? '' : String(count))

/** Whether what lies back was said to be paid: it is then said again of what takes its place. */
const wasAssumed = (timeline: SubscriptionDetail['timeline']): boolean =>
  timeline.some(({ payments }) => payments.some(({ assumed, reversedBy }) => assumed && reversedBy === null))

/** Weeks and years are typed as the days and months that they are. */
const bonusTyped = (bonus: Beginning['bonus']): Pick<TermsForm, 'bonusCount' | 'bonusUnit'> => {
  if (bonus === null) return { bonusCount: '', bonusUnit: 'month' }
  const months = wholeMonths(bonus)
  return months > 0
    ? { bonusCount: String(months), bonusUnit: 'month' }
    : { bonusCount: String(fixedDays(bonus)), bonusUnit: 'day' }
}

export const beginningDraft = (
  beginning: Beginning,
  timeline: SubscriptionDetail['timeline'] = [],
): BeginningDraft => {
  const {
    startsOn,
    interval,
    price,
    tax,
    renewal,
    billDay,
    dueDays,
    firstBill,
    trial,
    intro,
    bonus,
    chargedFrom,
    dayRate,
    minimumTerm,
  } = beginning
  return {
    of: 'kept',
    plan: null,
    startsOn,
    interval,
    price: amountText(price.amount, price.currency),
    currency: price.currency,
    taxIncluded: tax.included,
    renewal,
    postpaid: billDay !== null,
    billDay: typed(billDay),
    dueDays: typed(dueDays),
    firstBill: firstBill ?? 'whole',
    trial,
    introPrice: intro === null ? '' : amountText(intro.price.amount, intro.price.currency),
    introPeriods: typed(intro?.periods ?? null),
    ...bonusTyped(bonus),
    byDay: dayRate !== null,
    dayRate: dayRate === null ? '' : amountText(dayRate.amount, dayRate.currency),
    minimumTerm: minimumTerm?.length ?? null,
    exitFee: minimumTerm?.exitFee ? amountText(minimumTerm.exitFee.amount, price.currency) : '',
    pastPeriods: chargedFrom !== null ? 'leftOut' : wasAssumed(timeline) ? 'assumePaid' : 'unpaid',
    reason: '',
  }
}

/** The correction that the form says; null while something of it cannot be read, or nothing is otherwise. */
export const correctionOf = (form: BeginningDraft, beginning: Beginning): ActInputOf<'correct'> | null => {
  const isKept = form.of === 'kept'
  const plan = form.of === 'plan' ? form.plan : null
  if (form.of === 'plan' && plan === null) return null
  const terms = termsInput(form, plan)
  if (terms === null || Object.keys(termsProblemsOf(form)).length > 0) return null
  const before = termsInput(beginningDraft(beginning), null)
  if (isKept && JSON.stringify(terms) === JSON.stringify(before)) return null
  const { taxIncluded, ...rest } = terms
  const reason = form.reason.trim()
  // What is not touched stays exactly as it was: there are more kinds of tax than the form asks about.
  const isTaxKept = taxIncluded === undefined || (isKept && taxIncluded === beginning.tax.included)
  return {
    kind: 'correct',
    // What the form does not say was taken away in it.
    billDay: null,
    dueDays: null,
    trial: null,
    bonus: null,
    dayRate: null,
    minimumTerm: null,
    intro: null,
    ...rest,
    ...(form.of === 'own' ? { planId: null } : {}),
    ...(isTaxKept ? {} : { taxIncluded }),
    pastPeriods: form.pastPeriods,
    ...(reason === '' ? {} : { reason }),
  }
}
