import type { Rate } from '../answers.ts'
import { parseAmount } from '../format/amount-text.ts'
import { leftOf, partsOf, type PartTexts, type Whole } from './parts.ts'
import { readForeign, type ForeignDraft, type ForeignField } from './foreign.ts'
import { dayProblemOf } from './day-problem.ts'
import { currencyExponent, type CalendarDate, type Money } from '@streamline/domain'

/** A payment as it is being typed. */
export interface PaymentDraft extends ForeignDraft {
  readonly paidOn: string
  /** One person, or several with their parts. */
  readonly several: boolean
  readonly paidBy: string
  readonly parts: PartTexts
  readonly method: string | null
  readonly reference: string
  readonly note: string
  /** More than is outstanding is meant. */
  readonly overpayment: boolean
}

export type PaymentField = ForeignField | 'paidOn' | 'parts' | 'overpayment'

const wholeOf = ({ amount, currency, parts }: PaymentDraft, ids: readonly string[]): Whole => ({
  ids,
  texts: parts,
  total: parseAmount(amount, currency) ?? 0,
  digits: currencyExponent(currency),
})

const textsOf = ({ method, reference, note }: PaymentDraft) => ({
  ...(method === null ? {} : { method }),
  ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
  ...(note.trim() === '' ? {} : { note: note.trim() }),
})

interface Facts {
  readonly outstanding: Money
  readonly members: readonly string[]
  readonly today: CalendarDate
  /** The currency of the household. */
  readonly home: string
  /** Of the household, as it counts for this pair and day; written down either way round. */
  readonly rate: Rate | undefined
  /** It is of long before that day. */
  readonly old?: boolean | undefined
  /** Whether there is one is still being asked. */
  readonly isAsked?: boolean | undefined
}

/** What is typed as it would be sent, in the currency of the charge, and what is still wrong with it. */
export const readPayment = (draft: PaymentDraft, facts: Facts) => {
  const { outstanding, members, today } = facts
  const { currency } = draft
  const foreign = readForeign(draft, { ...facts, to: outstanding.currency, on: draft.paidOn })
  const { minor, converted, how } = foreign
  const beyond = converted === null ? 0 : converted - outstanding.amount
  const whole = wholeOf(draft, members)
  const problems = new Set<PaymentField>(foreign.problems)
  if (dayProblemOf(draft.paidOn, today) !== null) problems.add('paidOn')
  if (draft.several && leftOf(whole) !== 0) problems.add('parts')
  if (beyond > 0 && !draft.overpayment) problems.add('overpayment')
  const payers = (partsOf(whole) ?? []).filter(({ value }) => value > 0)
  const input =
    problems.size > 0 || minor === null
      ? null
      : {
          amount: { amount: minor, currency },
          ...how,
          paidOn: draft.paidOn as CalendarDate,
          ...(draft.several
            ? { payers: payers.map(({ memberId, value }) => ({ memberId, amount: value })) }
            : { paidBy: draft.paidBy }),
          ...(beyond > 0 ? { overpayment: true } : {}),
          ...textsOf(draft),
        }
  return { ...foreign, beyond, problems, whole, input }
}
