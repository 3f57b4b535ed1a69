import type { BillingInterval, CalendarDate, FirstBill } from '@streamline/domain'
import type { Kind, Plan } from '../answers.ts'
import { amountText } from '../format/amount-text.ts'
import type { BonusUnit } from './bonus.ts'
import { allowanceDraftOf, type AllowanceDraft } from '../usage/allowance-draft.ts'
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
