import {
  firstBillOn,
  isCalendarDate,
  isSameInterval,
  type BillingInterval,
  type CalendarDate,
  type FirstBill,
} from '@streamline/domain'
import type { Kind, Plan, Split } from '../answers.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'
import { bonusOf, type BonusUnit } from './bonus.ts'
import {
  allowanceDraftOf,
  allowanceFields,
  allowancesIn,
  type AllowanceDraft,
} from '../usage/allowance-draft.ts'
import { type SplitDraft, splitDraftOf } from './split-draft.ts'

/** What the person has typed so far; texts stay texts until they are sent. */
export interface DraftForm {
  readonly name: string
  readonly kind: Kind
  readonly interval: BillingInterval
  readonly price: string
  readonly currency: string
  readonly taxIncluded: boolean
  readonly renewal: 'automatic' | 'manual'
  readonly postpaid: boolean
  /** Debits book themselves; only where it renews by itself. */
  readonly recordsItself: boolean
  readonly billDay: string
  readonly dueDays: string
  readonly firstBill: FirstBill
  readonly trial: BillingInterval | null
  readonly introPrice: string
  readonly introPeriods: string
  readonly bonusCount: string
  readonly bonusUnit: BonusUnit
  /** What is recharged burns by the day: its rate says how long it lasts. */
  readonly byDay: boolean
  readonly dayRate: string
  /** Length of a minimum term; null for none. */
  readonly minimumTerm: BillingInterval | null
  readonly exitFee: string
  readonly startsOn: string
  readonly line: string
  /** A number that the household has, instead of typing one. */
  readonly lineId: string | null
  readonly paidBy: string
  readonly split: SplitDraft
  readonly private: boolean
  readonly past: 'assumePaid' | 'unpaid' | 'leftOut'
  /** What the periods that are left out came to. */
  readonly paidBefore: string
  readonly currentPaid: boolean
  /** Limits that the household knows better than the plan. */
  readonly limits: AllowanceDraft
}

/** What of it is about billing. */
export type TermsForm = Pick<
  DraftForm,
  | 'startsOn'
  | 'interval'
  | 'price'
  | 'currency'
  | 'taxIncluded'
  | 'renewal'
  | 'postpaid'
  | 'billDay'
  | 'dueDays'
  | 'firstBill'
  | 'trial'
  | 'introPrice'
  | 'introPeriods'
  | 'bonusCount'
  | 'bonusUnit'
  | 'byDay'
  | 'dayRate'
  | 'minimumTerm'
  | 'exitFee'
>

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

interface Beginning {
  readonly today: CalendarDate
  readonly currency: string
  readonly you: string
}

const emptyDraft = ({ today, currency, you }: Beginning): DraftForm => ({
  name: '',
  kind: 'ott',
  interval: { count: 1, unit: 'month' },
  price: '',
  currency,
  taxIncluded: true,
  renewal: 'automatic',
  postpaid: false,
  recordsItself: true,
  billDay: '',
  dueDays: '',
  firstBill: 'whole',
  trial: null,
  introPrice: '',
  introPeriods: '',
  bonusCount: '',
  bonusUnit: 'month',
  byDay: false,
  dayRate: '',
  minimumTerm: null,
  exitFee: '',
  startsOn: today,
  line: '',
  lineId: null,
  paidBy: you,
  split: splitDraftOf({ kind: 'payer' }, [], currency),
  private: false,
  past: 'assumePaid',
  paidBefore: '',
  currentPaid: true,
  limits: allowanceDraftOf([], 'ott'),
})

export const customDraft = (beginning: Beginning, name: string, kind: Kind): DraftForm => ({
  ...emptyDraft(beginning),
  name,
  kind,
  limits: allowanceDraftOf([], kind),
  // Packs are what most lines run on; a wrong guess here costs one tap either way.
  ...(kind === 'mobile' ? { interval: { count: 28, unit: 'day' } } : {}),
  ...(kind === 'mobile' || kind === 'tv' ? { renewal: 'manual' as const } : {}),
})

/** What a network bills: advertised without tax here, and often paid after use. All else states its total. */
export const isNetworkLine = (kind: Kind): boolean => kind === 'mobile' || kind === 'broadband'

export const isPostpaidNumber = (plan: Plan | null): boolean =>
  plan?.kind === 'mobile' && plan.mode === 'postpaid'

export const planDraft = (beginning: Beginning, plan: Plan): DraftForm => ({
  ...emptyDraft(beginning),
  kind: plan.kind,
  limits: allowanceDraftOf([], plan.kind),
  interval: plan.interval,
  price: amountText(plan.price.amount, plan.price.currency),
  currency: plan.price.currency,
  taxIncluded: plan.tax.included,
  renewal: plan.renewal,
  // Fibre is paid ahead here, whatever the bill is called; a postpaid number is billed afterwards.
  postpaid: isPostpaidNumber(plan),
  ...(isPostpaidNumber(plan)
    ? { billDay: '1', dueDays: '15', currentPaid: false, recordsItself: false }
    : {}),
})

const wholeNumber = (text: string, from: number, to: number): number | null => {
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

const dayRateProblem = ({ dayRate, price, currency }: TermsForm): DraftProblem | undefined => {
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
const limitsOf = ({ kind, limits }: DraftForm) => {
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
