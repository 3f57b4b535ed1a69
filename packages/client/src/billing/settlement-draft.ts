import type { Rate } from '../answers.ts'
import { settledBy, type CalendarDate, type Money } from '@streamline/domain'
import { dayProblemOf } from './day-problem.ts'
import { readForeign, type ForeignDraft, type ForeignField } from './foreign.ts'

/** A transfer as it is being typed. */
export interface SettlementDraft extends ForeignDraft {
  readonly settledOn: string
  readonly method: string | null
  readonly reference: string
  readonly note: string
}

export type SettlementField = ForeignField | 'settledOn'

interface Facts {
  /** What is owed. */
  readonly most: Money
  readonly today: CalendarDate
  /** The currency of the household. */
  readonly home: string
  readonly rate: Rate | undefined
  /** It is of long before that day. */
  readonly old?: boolean | undefined
  /** Whether there is one is still being asked. */
  readonly isAsked?: boolean | undefined
}

const textsOf = ({ method, reference, note }: SettlementDraft) => ({
  ...(method === null ? {} : { method }),
  ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
  ...(note.trim() === '' ? {} : { note: note.trim() }),
})

/** What is typed as it would be sent, what it settles in the currency of the debt, and what is still wrong with it. */
export const readSettlement = (draft: SettlementDraft, facts: Facts) => {
  const { most, today } = facts
  const { currency, settledOn } = draft
  const convert: Parameters<typeof readForeign>[1]['convert'] = (given, by) => settledBy(given, most, by)
  const foreign = readForeign(draft, { ...facts, to: most.currency, on: settledOn, convert })
  const { minor, converted, isForeign, isTold, how } = foreign
  const problems = new Set<SettlementField>(foreign.problems)
  if (converted !== null && converted > most.amount) problems.add(isTold ? 'settles' : 'amount')
  if (dayProblemOf(settledOn, today) !== null) problems.add('settledOn')
  const input =
    problems.size > 0 || minor === null
      ? null
      : {
          amount: { amount: minor, currency },
          ...(isForeign && !isTold ? { settlesCurrency: most.currency } : {}),
          ...how,
          settledOn: settledOn as CalendarDate,
          ...textsOf(draft),
        }
  return { ...foreign, problems, input }
}
