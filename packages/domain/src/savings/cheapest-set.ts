import { divideHalfUp, safeNumber } from '../money/rounding.ts'
import { monthlyCost } from '../subscription/forecast.ts'
import { addMonths, monthOf, startOfMonth } from '../time/calendar.ts'
import type { CalendarDate, CalendarMonth } from '../time/calendar.ts'
import { termsOfOffered, totalOf } from './cash.ts'
import type { CashDebit, Year } from './cash.ts'
import { begunLatest } from './begun-latest.ts'
import { heldAgainst } from './budget-held.ts'
import type { BudgetHeld } from './budget-held.ts'
import type { ServiceTier } from './holding.ts'
import { cheapestOfSet } from './fewest-months.ts'
import { lostIn } from './lost.ts'
import type { Lost } from './lost.ts'
import { costOf, isFeasible } from './program.ts'
import { programOf } from './set-options.ts'
import { isPlan, isSeat } from './set-program.ts'
import type { Option, SavingsInput, SetProgram } from './set-program.ts'
import type { Proof, SolveOptions } from './solve-program.ts'
import { holdSlotOf } from './month-slots.ts'
import { spreadOf } from './spread.ts'
import { stepsOf } from './steps.ts'
import type { Step } from './steps.ts'
import type { Cell } from './cover.ts'

/** What becomes of one subscription, or one plan that is new. */
export interface Chosen {
  readonly subscriptionId: string | null
  readonly planId: string | null
  /** `stays`, `goes`, another plan instead (`changes`), or something new (`begins`). */
  readonly what: 'stays' | 'goes' | 'changes' | 'begins'
  /** First day of the new plan, or without the old one; null where it stays. */
  readonly on: CalendarDate | null
  /** It takes a seat of the plan that another line holds, and pays nothing of its own. */
  readonly isSeat: boolean
  /** First day without it, where it is begun for some months only; else null. */
  readonly until: CalendarDate | null
  /** Minor units within the twelve months. */
  readonly cost: number
}

/** A set of plans with what it costs, minor units of the household's currency. */
export interface PlanSet {
  readonly chosen: readonly Chosen[]
  readonly debits: readonly CashDebit[]
  readonly total: number
  /** A true average month of what goes on, where the debits of twelve months hide a payment just outside them. */
  readonly monthly: number
}

/** What both cash plans are in one month; the first and the last are parts of months. */
export interface CashMonth {
  readonly month: CalendarMonth
  readonly now: number
  readonly best: number
}

/** The months `[from, until)` in which to hold a service that may rotate. */
export interface Rotation {
  readonly tier: ServiceTier
  readonly memberIds: readonly string[]
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** The plan that is begun for them; null where something else gives the service. */
  readonly planId: string | null
}

/** The cheapest set for the needs of a household, with its proof (law 18). */
export interface CheapestSet {
  readonly currency: string
  readonly year: Year
  readonly proof: Proof
  readonly now: PlanSet
  readonly best: PlanSet
  /** Exactly now.total − best.total; below zero where more is asked for than today's plans give. */
  readonly saving: number
  /** False where today's plans are as cheap as any, so that nothing is to be done. */
  readonly isBetter: boolean
  /** False where the needs ask for more than there is today. */
  readonly isTodayEnough: boolean
  readonly months: readonly CashMonth[]
  readonly secondBest: { readonly set: PlanSet; readonly more: number } | null
  readonly lost: readonly Lost[]
  readonly unmet: readonly Cell[]
  /** In which months to hold each service that may rotate. */
  readonly rotations: readonly Rotation[]
  readonly steps: readonly Step[]
  /** New plans of the set whose price nobody has confirmed lately: the saving rests on them. */
  readonly oldPrices: readonly string[]
  /** What the best is against the budget of the needs; null where there is none. */
  readonly budget: BudgetHeld | null
}

const MONTHS = 12n

const whatOf = ({ plan, subscriptionId, leaveOn }: Option): Chosen['what'] =>
  plan === null ? (leaveOn === null ? 'stays' : 'goes') : subscriptionId === null ? 'begins' : 'changes'

/** The same plan in the same slot is the same choice, on whatever day it begins. */
const keyOf = (option: Option): string => `${option.slot} ${option.plan?.id ?? whatOf(option)}`

const monthlyOf = (option: Option, input: SavingsInput): number => {
  const { plan, from, leaveOn, subscriptionId } = option
  // A seat is paid with the plan of who holds it.
  if (option.until !== undefined) return safeNumber(divideHalfUp(BigInt(option.cost), MONTHS))
  if (plan !== null && from !== null)
    return isSeat(option) ? 0 : monthlyCost(termsOfOffered(plan, from)).amount
  const held = input.held.find(({ subscription }) => subscription.id === subscriptionId)
  return held === undefined || leaveOn !== null
    ? 0
    : monthlyCost(held.subscription.facts.terms, input.today).amount
}

const byDay = (a: CashDebit, b: CashDebit): number => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)

function planSetOf(options: readonly Option[], program: SetProgram, input: SavingsInput): PlanSet {
  const debits = [...program.fixed, ...options.flatMap((option) => option.debits)].toSorted(byDay)
  return {
    chosen: options.filter(isPlan).map((option) => ({
      subscriptionId: option.subscriptionId,
      planId: option.plan?.id ?? null,
      what: whatOf(option),
      on: option.from ?? option.leaveOn,
      isSeat: isSeat(option),
      until: option.until ?? null,
      cost: option.cost,
    })),
    debits,
    total: totalOf(debits, input.currency),
    monthly: options.reduce((sum, option) => sum + monthlyOf(option, input), 0),
  }
}

function todaysSet(program: SetProgram, input: SavingsInput): PlanSet {
  const debits = [...program.fixed, ...program.now].toSorted(byDay)
  const ids = [
    ...new Set(program.choices.filter(isPlan).flatMap(({ subscriptionId }) => subscriptionId ?? [])),
  ]
  const known = new Map(input.held.map((held) => [held.subscription.id, held]))
  return {
    chosen: ids.map((subscriptionId) => ({
      subscriptionId,
      planId: null,
      what: 'stays' as const,
      on: null,
      isSeat: false,
      until: null,
      cost: totalOf(
        program.now.filter((debit) => debit.subscriptionId === subscriptionId),
        input.currency,
      ),
    })),
    debits,
    total: totalOf(debits, input.currency),
    monthly: ids.reduce((sum, id) => {
      const held = known.get(id)
      return held === undefined ? sum : sum + monthlyCost(held.subscription.facts.terms, input.today).amount
    }, 0),
  }
}

function monthsOf(now: PlanSet, best: PlanSet, year: Year): CashMonth[] {
  const found: CashMonth[] = []
  const sumIn = ({ debits }: PlanSet, month: CalendarMonth): number =>
    debits.reduce((sum, { on, amount }) => (monthOf(on) === month ? sum + amount : sum), 0)
  for (let day = startOfMonth(year.from); day < year.until; day = addMonths(day, 1)) {
    const month = monthOf(day)
    found.push({ month, now: sumIn(now, month), best: sumIn(best, month) })
  }
  return found
}

/** What there is today, in every way in which people can use it: where some want an account each, more than one. */
function waysToday(program: SetProgram): (readonly Option[])[] {
  const stays = program.choices.filter((option) => option.months === undefined && whatOf(option) === 'stays')
  return [...Map.groupBy(stays, ({ slot }) => slot).values()].reduce<(readonly Option[])[]>(
    (sets, ways) => sets.flatMap((set) => ways.map((way) => [...set, way])),
    [[]],
  )
}

/** All that there is today, and the first months in which it gives what may rotate. */
function staysOf(program: SetProgram): readonly Option[] {
  const all = waysToday(program).map((stays) => {
    const given = new Set(stays.flatMap(({ gives }) => gives.map(({ of }) => of)))
    const months = new Map<string, Option>()
    for (const option of program.choices)
      if (
        option.months !== undefined &&
        !months.has(option.slot) &&
        option.uses.every(({ of }) => given.has(of))
      )
        months.set(option.slot, option)
    return [...stays, ...months.values()]
  })
  return all.find((stays) => isFeasible(program, stays)) ?? all[0] ?? []
}

const rotationsOf = (chosen: readonly Option[]): Rotation[] =>
  chosen.flatMap(({ months, slot }) => {
    if (months === undefined) return []
    const { need, from, until } = months
    const begun = chosen.find((option) => option.slot === holdSlotOf(slot))
    const { tier, memberIds } = need
    return [{ tier, memberIds, from, until, planId: begun?.plan?.id ?? null }]
  })

function secondBestOf(
  program: SetProgram,
  best: readonly Option[],
  input: SavingsInput,
  options: SolveOptions,
): CheapestSet['secondBest'] {
  const keys = new Set(best.map(keyOf))
  const ids = new Set(program.choices.filter((option) => keys.has(keyOf(option))).map(({ id }) => id))
  const solved = cheapestOfSet(program, { ...options, without: [ids] })
  if (solved === null) return null
  const set = planSetOf(begunLatest(program, optionsOf(program, solved.chosen)), program, input)
  return { set, more: costOf(solved.chosen) - costOf(best) }
}

const optionsOf = (program: SetProgram, chosen: readonly { readonly id: string }[]): readonly Option[] => {
  const ids = new Set(chosen.map(({ id }) => id))
  return program.choices.filter(({ id }) => ids.has(id))
}

/**
 * The cheapest set of plans for the needs of a household over twelve months of real debits, with lock-ins, paid days that are left, fees
 * and tax, proven by branch and bound (law 18). The saving is exactly the difference of the two cash plans. Null where the lines
 * cannot go on at all with what is there.
 */
export function cheapestSet(
  input: SavingsInput,
  options: SolveOptions & { readonly secondBest?: boolean | undefined } = {},
): CheapestSet | null {
  const program = programOf(input)
  const solved = cheapestOfSet(program, options)
  if (solved === null) return null
  const stays = staysOf(program)
  const isTodayEnough = isFeasible(program, stays)
  const isBetter = !isTodayEnough || solved.proof.value < costOf(stays)
  const chosen = isBetter ? spreadOf(program, begunLatest(program, optionsOf(program, solved.chosen))) : stays
  const now = todaysSet(program, input)
  const best = planSetOf(chosen, program, input)
  const { currency } = input
  return {
    currency,
    year: program.year,
    proof: solved.proof,
    now,
    best,
    saving: now.total - best.total,
    isBetter,
    isTodayEnough,
    months: monthsOf(now, best, program.year),
    secondBest: options.secondBest === false ? null : secondBestOf(program, chosen, input, options),
    lost: lostIn(chosen, input, program.year),
    unmet: program.unmet,
    rotations: rotationsOf(chosen),
    steps: stepsOf(chosen, input),
    oldPrices: [...new Set(chosen.flatMap(({ plan }) => (plan?.isOld === true ? [plan.id] : [])))].toSorted(),
    budget: heldAgainst(input.needs.budget, { amount: best.total, currency }),
  }
}
