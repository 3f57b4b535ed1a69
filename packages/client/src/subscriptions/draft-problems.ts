import { isCalendarDate } from '@streamline/domain'
import type { Plan } from '../answers.ts'
import { parseAmount } from '../format/amount-text.ts'
import { bonusOf } from './bonus.ts'
import { allowanceDraftOf, allowanceFields, allowancesIn } from '../usage/allowance-draft.ts'
import type { DraftForm, TermsForm } from './draft.ts'

export type DraftField = keyof DraftForm
export type DraftProblem =
  | 'missing'
  | 'notAnAmount'
  | 'notADate'
  | 'notADay'
  | 'notDays'
  | 'notPeriods'
  | 'notBonus'
  | 'noDay'
  | 'notALimit'
export type DraftProblems = Partial<Record<DraftField, DraftProblem>>

/** A number as it is typed, of so many; null where it is none. */
export const wholeNumber = (text: string, from: number, to: number): number | null => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : null
}

const priceProblem = (text: string, currency: string): DraftProblem | undefined => {
  if (text.trim() === '') return 'missing'
  return parseAmount(text, currency) === null ? 'notAnAmount' : undefined
}

const found = (problems: Record<string, DraftProblem | undefined>): DraftProblems =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))

const startProblem = (startsOn: string): DraftProblem | undefined =>
  startsOn === '' ? 'missing' : isCalendarDate(startsOn) ? undefined : 'notADate'

const exitFeeProblem = ({ minimumTerm, exitFee, currency }: TermsForm): DraftProblem | undefined =>
  minimumTerm === null || exitFee.trim() === '' ? undefined : priceProblem(exitFee, currency)

export const dayRateProblem = ({ dayRate, price, currency }: TermsForm): DraftProblem | undefined => {
  const rate = parseAmount(dayRate, currency)
  const recharged = parseAmount(price, currency)
  const isNone = rate === 0 || (rate !== null && recharged !== null && recharged < rate)
  return priceProblem(dayRate, currency) ?? (isNone ? 'noDay' : undefined)
}

/** What of the billing cannot be read. */
export const termsProblemsOf = (form: TermsForm): DraftProblems => {
  if (form.byDay)
    return found({
      price: priceProblem(form.price, form.currency),
      dayRate: dayRateProblem(form),
      startsOn: startProblem(form.startsOn),
      exitFee: exitFeeProblem(form),
    })
  const intro = form.introPrice.trim() !== '' || form.introPeriods.trim() !== ''
  return found({
    price: priceProblem(form.price, form.currency),
    startsOn: startProblem(form.startsOn),
    billDay: form.postpaid && wholeNumber(form.billDay, 1, 31) === null ? 'notADay' : undefined,
    dueDays: form.postpaid && wholeNumber(form.dueDays, 0, 60) === null ? 'notDays' : undefined,
    introPrice: intro ? priceProblem(form.introPrice, form.currency) : undefined,
    introPeriods: intro && wholeNumber(form.introPeriods, 1, 120) === null ? 'notPeriods' : undefined,
    bonusCount:
      form.postpaid || form.bonusCount.trim() === '' || bonusOf(form) !== null ? undefined : 'notBonus',
    exitFee: exitFeeProblem(form),
  })
}

export const draftProblemsOf = (form: DraftForm, plan: Plan | null): DraftProblems => ({
  ...found({ name: plan === null && form.name.trim() === '' ? 'missing' : undefined }),
  ...termsProblemsOf(form),
  ...found({
    paidBefore:
      form.past === 'leftOut' && form.paidBefore.trim() !== ''
        ? priceProblem(form.paidBefore, form.currency)
        : undefined,
    limits: limitsOf(form) === null ? 'notALimit' : undefined,
  }),
})

/** Those that its kind has; null where one cannot be read. */
export const limitsOf = ({ kind, limits }: DraftForm) => {
  const fields = allowanceFields(kind)
  const none = allowanceDraftOf([], kind)
  const { dataPer } = limits
  const data = fields.includes('data') ? limits.data : ''
  const calls = fields.includes('calls') ? limits.calls : ''
  // How long a limit holds says nothing without one.
  return data === '' && calls === '' ? [] : (allowancesIn({ data, calls, dataPer }, none, []) ?? null)
}

/** Field that an RFC 6901 pointer of an `invalid-input` answer speaks of. */
export const draftFieldAt = (pointer: string): DraftField | null => {
  const [first = '', second = ''] = pointer.replace(/^\/(body\/)?/, '').split('/')
  if (first === 'bonus') return 'bonusCount'
  if (first === 'minimumTerm') return second === 'exitFee' ? 'exitFee' : 'minimumTerm'
  if (first === 'intro') return second === 'periods' ? 'introPeriods' : 'introPrice'
  if (first === 'allowances') return 'limits'
  if (first === 'split' || first === 'usedBy') return 'split'
  const fields = [
    'name',
    'kind',
    'interval',
    'price',
    'billDay',
    'dueDays',
    'firstBill',
    'trial',
    'dayRate',
    'startsOn',
    'line',
    'paidBy',
    'paidBefore',
  ] as const
  return first === 'lineId' ? 'line' : (fields.find((field) => field === first) ?? null)
}
