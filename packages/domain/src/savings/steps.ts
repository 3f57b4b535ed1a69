import { daysOfNotice } from '../subscription/debits-ahead.ts'
import { addDays } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { meets } from './cover.ts'
import type { People } from './holding.ts'
import type { Option, SavingsInput } from './set-program.ts'

/** One thing to do, by or on a day. */
export interface Step {
  /**
   * `cancel` by a day, also what was begun for some months only; `recharge` the same provider with another plan, `port` a number or take another home line, `begin` something
   * new, all on a day; `claim` what a plan brings along, from a day.
   */
  readonly kind: 'cancel' | 'recharge' | 'port' | 'begin' | 'claim'
  readonly on: CalendarDate
  readonly subscriptionId: string | null
  readonly planId: string | null
  readonly serviceId: string | null
  /** Those it is for; nobody is named where it is for everybody. */
  readonly memberIds: readonly string[]
}

/** Those who want what something new gives. */
const wantersOf = ({ covers }: Option, { needs }: SavingsInput): readonly string[] => [
  ...new Set(
    needs.services
      .filter(({ isWanted }) => isWanted)
      .flatMap(({ tier, memberIds }) =>
        memberIds.filter((memberId) => covers.some((cover) => meets(cover, tier, memberId))),
      ),
  ),
]

const peopleOf = (option: Option, people: People | undefined, input: SavingsInput): readonly string[] =>
  people === undefined ? wantersOf(option, input) : people === 'everybody' ? [] : people

function stepsOfOption(option: Option, input: SavingsInput): Step[] {
  const { subscriptionId, leaveOn, plan, from, until, covers } = option
  const held = input.held.find(({ subscription }) => subscription.id === subscriptionId)
  const memberIds = peopleOf(option, held?.subscription.people, input)
  const base = { subscriptionId, planId: plan?.id ?? null, serviceId: null, memberIds }
  const steps: Step[] = []
  if (leaveOn !== null && held?.subscription.facts.terms.opened === null) {
    const by = addDays(leaveOn, -daysOfNotice(held.subscription.notice))
    steps.push({ ...base, kind: 'cancel', on: by, planId: null })
  }
  if (plan !== null && from !== null) {
    const kind = held === undefined ? 'begin' : held.providerId === plan.providerId ? 'recharge' : 'port'
    steps.push({ ...base, kind, on: from })
    if (until !== undefined && plan.renewal === 'automatic')
      steps.push({ ...base, kind: 'cancel', on: addDays(until, -1) })
  }
  const claims = covers.filter(
    (cover) =>
      cover.claim !== null &&
      input.needs.services.some(
        ({ tier, memberIds: users, isWanted }) =>
          isWanted && users.some((memberId) => meets(cover, tier, memberId)),
      ),
  )
  return [
    ...steps,
    ...claims.map(({ claim, from: on }): Step => {
      // Until the new plan begins what is there now gives it.
      const isOfPlan = from === null || on >= from
      return { ...base, kind: 'claim', on, planId: isOfPlan ? base.planId : null, serviceId: claim }
    }),
  ]
}

/** What is to be done for a set, in order of the day. */
export function stepsOf(best: readonly Option[], input: SavingsInput): Step[] {
  return best
    .flatMap((option) => stepsOfOption(option, input))
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}
