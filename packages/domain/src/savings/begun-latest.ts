import { isFeasible } from './program.ts'
import type { Option, SetProgram } from './set-program.ts'

const isLater = (a: Option, b: Option): boolean => (a.from ?? '') > (b.from ?? '')

/**
 * The same cost with what is new begun as late as it can be: what is paid already is used up before, also where a debit of the same amount
 * falls within the twelve months either way.
 */
export function begunLatest(program: SetProgram, best: readonly Option[]): readonly Option[] {
  let chosen = best
  for (const begun of best) {
    if (begun.plan === null || begun.subscriptionId !== null || begun.until !== undefined) continue
    const rest = chosen.filter((one) => one !== begun)
    const later = program.choices
      .filter(
        (one) =>
          one.slot === begun.slot &&
          one.plan?.id === begun.plan?.id &&
          one.cost === begun.cost &&
          isLater(one, begun),
      )
      .toSorted((a, b) => (isLater(a, b) ? -1 : 1))
      .find((one) => isFeasible(program, [...rest, one]))
    if (later !== undefined) chosen = [...rest, later]
  }
  const ids = new Set(chosen.map(({ id }) => id))
  return program.choices.filter(({ id }) => ids.has(id))
}
