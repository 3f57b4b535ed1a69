import { extraPurposes, isCalendarDate, type ExtraPurpose } from '@streamline/domain'
import { parseAmount } from '../format/amount-text.ts'
import type { ActInputOf } from './acts.queries.ts'

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
}

export type ChargeProblem = 'notADate' | 'notAnAmount' | 'notDays' | 'dueBefore'

/** A booster is bought and used; everything else is owed from a day on. */
export const hasDays = (purpose: ExtraPurpose): boolean => purpose === 'booster'

/** What a person adds; what was paid before is said with the beginning. */
export const chargePurposes = extraPurposes.filter((purpose) => purpose !== 'before')

const MOST_DAYS = 1000

const daysOf = ({ purpose, days }: ChargeDraft): number | null => {
  if (!hasDays(purpose) || days.trim() === '') return null
  const count = Number(days)
  return Number.isInteger(count) && count >= 1 && count <= MOST_DAYS ? count : Number.NaN
}

export const chargeProblems = (form: ChargeDraft): Partial<Record<keyof ChargeDraft, ChargeProblem>> => {
  const { amount, currency, startsOn, dueOn, purpose } = form
  return {
    ...(parseAmount(amount, currency) === null ? { amount: 'notAnAmount' as const } : {}),
    ...(isCalendarDate(startsOn) ? {} : { startsOn: 'notADate' as const }),
    ...(Number.isNaN(daysOf(form)) ? { days: 'notDays' as const } : {}),
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
  return {
    kind: 'charge',
    purpose,
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    amount: { amount, currency },
    startsOn,
    ...(count === null ? {} : { validity: { count, unit: 'day' } }),
    ...(!hasDays(purpose) && isCalendarDate(dueOn) ? { dueOn } : {}),
    ...(isPaid && amount > 0 ? { payment: {} } : {}),
  }
}
