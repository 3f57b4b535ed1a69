import { daysBetween, maxDate, minDate } from '../time/calendar.ts'
import { holdSlotOf, isDayOf } from './month-slots.ts'
import { costOf, isFeasible } from './program.ts'
import type { HeldMonths, Option, SetProgram } from './set-program.ts'

const sharedDays = (a: HeldMonths, b: HeldMonths): number =>
  Math.max(0, daysBetween(maxDate(a.from, b.from), minDate(a.until, b.until)))

/** The other ways in which what is there today could give a service for as long, with no plan begun: each replaces one choice. */
function keptLonger(program: SetProgram, rest: readonly Option[], slot: string): (readonly Option[])[] {
  return rest.flatMap((own) =>
    own.leaveOn === null || own.plan !== null
      ? []
      : program.choices
          .filter(
            (other) =>
              other !== own && other.slot === own.slot && other.gives.some(({ of }) => isDayOf(slot, of)),
          )
          .map((other) => [...rest.filter((one) => one !== own), other]),
  )
}

/** The same plan for the same money from other days, the latest first: what is paid is used up before. */
function begunOtherwise(program: SetProgram, begun: Option): Option[] {
  return program.choices
    .filter(
      ({ slot, plan, cost }) => slot === begun.slot && plan?.id === begun.plan?.id && cost === begun.cost,
    )
    .toSorted((a, b) => ((a.from ?? '') > (b.from ?? '') ? -1 : 1))
}

/**
 * The same cost with services that rotate one after another where they can: each in turn takes the months that share the fewest days with
 * those before it, goes on as it is rather than being begun anew, and comes as early as it can. Nothing becomes dearer.
 */
export function spreadOf(program: SetProgram, best: readonly Option[]): readonly Option[] {
  const cost = costOf(best)
  const placed: HeldMonths[] = []
  let chosen = best
  for (const slot of new Set(best.flatMap((option) => (option.months === undefined ? [] : [option.slot])))) {
    const begun = chosen.find((option) => option.slot === holdSlotOf(slot))
    const rest = chosen.filter((option) => option.slot !== slot && option !== begun)
    const ways =
      begun === undefined
        ? [rest]
        : [
            ...keptLonger(program, rest, slot),
            ...begunOtherwise(program, begun).map((hold) => [...rest, hold]),
          ].filter((way) => costOf(way) === cost)
    const runs = program.choices
      .flatMap((option) =>
        option.slot === slot && option.months !== undefined ? [{ option, months: option.months }] : [],
      )
      .map((run) => ({
        ...run,
        shared: placed.reduce((sum, other) => sum + sharedDays(run.months, other), 0),
      }))
      .toSorted((a, b) => a.shared - b.shared || (a.months.from < b.months.from ? -1 : 1))
    const found = runs
      .flatMap(({ option, months }) => ways.map((way) => ({ months, set: [...way, option] })))
      .find(({ set }) => isFeasible(program, set))
    if (found === undefined) continue
    chosen = found.set
    placed.push(found.months)
  }
  const ids = new Set(chosen.map(({ id }) => id))
  return program.choices.filter(({ id }) => ids.has(id))
}
