import type { Money } from '../money/money.ts'
import { addDays, addMonths, type CalendarDate } from '../time/calendar.ts'
import type { BudgetAbout, Occasion, ReminderTask } from './reminder.ts'

/** Days for which somebody is still told that others came or went. */
const IS_NEWS = 2

const news = (told: Pick<Occasion, 'kind' | 'subjectId' | 'on' | 'until'> & Partial<Occasion>): Occasion => ({
  subscriptionId: null,
  from: null,
  amount: null,
  concerned: 'manager',
  isNews: true,
  nextOn: null,
  count: 1,
  ...told,
})

/** A transfer of which only its receiver can say that it arrived. Once they did, or it was taken back, nothing is asked. */
export const settlementOccasion = (transfer: {
  readonly settlementId: string
  readonly fromName: string
  readonly amount: Money
  readonly on: CalendarDate
}): Occasion => {
  const { settlementId: subjectId, fromName: about, amount, on } = transfer
  return news({ kind: 'settlement', subjectId, about, amount, on, until: null, isAtOnce: true })
}

/** Days for which somebody who was asked to settle up is still told. */
const IS_ASKED = 14

/** Somebody asks for what they are owed. Once nothing is owed any more, or two weeks later, nothing is said of it. */
export const settleUpOccasion = (request: {
  readonly requestId: string
  readonly toName: string
  /** What is owed now. */
  readonly amount: Money
  readonly askedOn: CalendarDate
}): Occasion => {
  const { requestId: subjectId, toName: about, amount, askedOn: on } = request
  const until = addDays(on, IS_ASKED)
  return news({ kind: 'settleUp', subjectId, about, amount, on, until, isAtOnce: true })
}

/** Somebody of a household, with the days on which they came by an account, and went. */
export interface ComingAndGoing {
  readonly id: string
  readonly name: string
  readonly cameOn: CalendarDate | null
  readonly leftOn: CalendarDate | null
}

/** Whom a newcomer found there did not come to them: ids are in the order of their time. */
const isOlder = (
  { id, on }: { id: string; on: CalendarDate },
  self: { memberId: string; cameOn: CalendarDate | null },
): boolean => self.cameOn === null || on < self.cameOn || (on === self.cameOn && id < self.memberId)

/** Who came or went, for somebody who was there before and looks after people. */
export const peopleOccasions = (
  people: readonly ComingAndGoing[],
  self: { readonly memberId: string; readonly cameOn: CalendarDate | null },
  today: CalendarDate,
): Occasion[] =>
  people.flatMap(({ id: subjectId, name: about, cameOn, leftOn }) => {
    const on = leftOn ?? cameOn
    if (subjectId === self.memberId || on === null || cameOn === null) return []
    const until = addDays(on, IS_NEWS)
    if (until < today || isOlder({ id: subjectId, on }, self)) return []
    const kind = leftOn === null ? 'joined' : 'left'
    return [news({ kind, subjectId, about, on, until, isAtOnce: true })]
  })

/** A service that is paid for although another plan of the same people includes it, or that is paid for twice. */
export const overlapOccasion = (overlap: {
  readonly subscriptionId: string
  /** The first day on which they had both. */
  readonly since: CalendarDate
  /** What cancelling saves in a year. */
  readonly perYear: Money
  readonly coveredBy: string
}): Occasion => {
  const { subscriptionId, since: on, perYear: amount, coveredBy: about } = overlap
  return news({ kind: 'overlap', subjectId: subscriptionId, subscriptionId, on, until: null, amount, about })
}

/** This month comes to more than a budget: told once a month, as soon as it is known. */
export const budgetOccasion = (budget: {
  readonly budgetId: string
  readonly about: BudgetAbout
  readonly firstOn: CalendarDate
  /** The day on which it is overrun. */
  readonly overOn: CalendarDate
  readonly over: Money
}): Occasion => {
  const { budgetId: subjectId, firstOn: on, overOn: nextOn, over: amount, about: budgetOf } = budget
  const until = addDays(addMonths(on, 1), -1)
  return news({ kind: 'budget', subjectId, on, nextOn, until, amount, budgetOf })
}

/** A step towards the cheapest set that somebody accepted and nobody has done yet, before its day and on it. */
export const stepOccasion = (step: {
  readonly stepId: string
  readonly subscriptionId: string | null
  readonly on: CalendarDate
  /** What the set saves in twelve months; null where that is not everybody's to know. */
  readonly saving: Money | null
  readonly task: ReminderTask
}): Occasion => {
  const { stepId: subjectId, subscriptionId, on, saving: amount, task } = step
  return news({ kind: 'step', subjectId, subscriptionId, on, until: on, amount, task, isNews: false })
}
