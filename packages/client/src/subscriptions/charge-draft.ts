import { extraPurposes, isCalendarDate, type ExtraPurpose, type Money } from '@streamline/domain'
import { parseAmount } from '../format/amount-text.ts'
import type { ActInputOf } from './acts.queries.ts'
import { splitIn, splitProblemOf, type SplitDraft, type SplitProblem } from './split-draft.ts'

/** A charge beside the periods, as typed. */
export interface ChargeDraft {
  readonly purpose: Exclude<ExtraPurpose, 'before'>
  readonly title: string
  readonly amount: string
  readonly currency: string
  readonly startsOn: string
  /** Days it can be used; empty for what has none. */
  readonly days: string
  readonly dueOn: string
  readonly isPaid: boolean
  /** Null: shared as the subscription is. */
  readonly split: SplitDraft | null
}

export type ChargeProblem = 'notADate' | 'notAnAmount' | 'notDays' | 'dueBefore' | SplitProblem

/** A booster is bought and used; everything else is owed from a day on. */
export const hasDays = (purpose: ExtraPurpose): boolean => purpose === 'booster'

/** What a person adds; what was paid before is said with the beginning. */
export const chargePurposes = extraPurposes.filter((purpose) => purpose !== 'before')

/** What shares of it sum to, as far as it can be read. */
export const wholeOfCharge = ({ amount, currency }: Pick<ChargeDraft, 'amount' | 'currency'>): Money => ({
  amount: parseAmount(amount, currency) ?? 0,
  currency,
})

const MOST_DAYS = 1000

const daysOf = ({ purpose, days }: ChargeDraft): number | null => {
  if (!hasDays(purpose) || days.trim() === '') return null
  const count = Number(days)
  return Number.isInteger(count) && count >= 1 && count <= MOST_DAYS ? count : Number.NaN
}

export const chargeProblems = (form: ChargeDraft): Partial<Record<keyof ChargeDraft, ChargeProblem>> => {
  const { amount, currency, startsOn, dueOn, purpose, split } = form
  const shared = split === null ? null : splitProblemOf(split, wholeOfCharge(form))
  return {
    ...(parseAmount(amount, currency) === null ? { amount: 'notAnAmount' as const } : {}),
    ...(isCalendarDate(startsOn) ? {} : { startsOn: 'notADate' as const }),
    ...(Number.isNaN(daysOf(form)) ? { days: 'notDays' as const } : {}),
    ...(shared === null ? {} : { split: shared }),
    ...(hasDays(purpose) || dueOn === ''
      ? {}
      : !isCalendarDate(dueOn)
        ? { dueOn: 'notADate' as const }
        : dueOn < startsOn
          ? { dueOn: 'dueBefore' as const }
          : {}),
  }
}

export const chargeOf = (form: ChargeDraft): ActInputOf<'charge'> | null => {
  const { purpose, title, currency, startsOn, dueOn, isPaid } = form
  const amount = parseAmount(form.amount, currency)
  if (amount === null || !isCalendarDate(startsOn) || Object.keys(chargeProblems(form)).length > 0)
    return null
  const count = daysOf(form)
  const split = form.split === null ? null : splitIn(form.split, wholeOfCharge(form))
  return {
    kind: 'charge',
    purpose,
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    amount: { amount, currency },
    startsOn,
    ...(count === null ? {} : { validity: { count, unit: 'day' } }),
    ...(!hasDays(purpose) && isCalendarDate(dueOn) ? { dueOn } : {}),
    ...(split === null ? {} : { split }),
    ...(isPaid && amount > 0 ? { payment: {} } : {}),
  }
}
