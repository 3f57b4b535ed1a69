import {
  alwaysSplit,
  hasStarted,
  indexOn,
  periodByIndex,
  splitFrom,
  termsOf,
  type ActRecord,
  type CalendarDate,
  type Draft,
  type SplitHistory,
} from '@streamline/domain'
import { v5 } from 'uuid'
import { ProblemError } from '../../platform/http/problem.ts'
import { recordOf } from './acted.ts'
import type { Occasion } from './occasion.ts'
import type { CreateInput } from './subscription-draft.ts'
import type { OwedPayment } from './subscription.document.ts'

/** A draft whose periods before the one of a day are left out; the same where there are none. */
export const withoutPast = (draft: Draft, today: CalendarDate): Draft => {
  const terms = termsOf(draft)
  const index = hasStarted(terms, today) ? indexOn(terms, today) : 0
  return index === 0 ? draft : { ...draft, chargedFrom: periodByIndex(terms, index).startsOn }
}

/** What was paid for periods that are left out, as one act of the first day; none where nothing was said. */
export const paidBeforeOf = (
  { startsOn, chargedFrom, price }: Draft,
  { paidBefore }: Pick<CreateInput, 'paidBefore'>,
  occasion: Occasion,
): ActRecord[] => {
  if (paidBefore === undefined || paidBefore.amount === 0) return []
  if (chargedFrom === undefined) throw refused('invalid-terms', '', 'is only for periods that are left out')
  if (paidBefore.currency !== price.currency)
    throw refused('currency-mismatch', '/currency', `must be ${price.currency}`)
  const extra = {
    purpose: 'before',
    title: null,
    price: paidBefore,
    startsOn,
    endsOn: chargedFrom,
    dueOn: startsOn,
  } as const
  return [recordOf({ kind: 'charged', extra }, { ...occasion, act: v5('paid before', occasion.act) })]
}

const refused = (code: 'invalid-terms' | 'currency-mismatch', at: string, message: string) =>
  new ProblemError(code, undefined, { errors: [{ pointer: `/paidBefore${at}`, message }] })

/** Nobody owes a share of what lies before the books: the rule is in force from their first period on. */
export const splitsOf = (rule: Parameters<typeof alwaysSplit>[0], { chargedFrom }: Draft): SplitHistory =>
  chargedFrom === undefined || rule.kind === 'payer'
    ? alwaysSplit(rule)
    : splitFrom(alwaysSplit({ kind: 'payer' }), chargedFrom, rule)

/** It was paid on the first day by who usually pays: the first charge beside the periods. */
export const paidAtOnce = (
  id: string,
  { startsOn }: Draft,
  paidBy: string,
  recordedBy: string,
): OwedPayment => ({ id, on: startsOn, index: -1, amount: null, paidBy, method: null, recordedBy })
