import { cheapestOfSet } from './fewest-months.ts'
import type { ServiceNeed } from './needs.ts'
import { isRotating } from './rotation.ts'
import { programOf } from './set-options.ts'
import type { SavingsInput } from './set-program.ts'

/** What it saves to hold one service for its months only. */
export interface RotationSaving {
  readonly need: ServiceNeed
  /** Minor units of twelve months; null where the time did not suffice to prove it, or nothing gives the service all year. */
  readonly saving: number | null
}

/**
 * For each service that may rotate, how much more the cheapest set would be if it were wanted all year: `value` is the cheapest set.
 * `timeout` is for all of them together, milliseconds.
 */
export function* savingsOfRotation(
  input: SavingsInput,
  value: number,
  { timeout }: { readonly timeout: number },
): Generator<RotationSaving> {
  const { services } = input.needs
  const rotating = services.filter((need) => need.isWanted && isRotating(need))
  for (const need of rotating) {
    const allYear = services.map((one) => (one === need ? { ...one, monthsAYear: undefined } : one))
    const program = programOf({ ...input, needs: { ...input.needs, services: allYear } })
    const isMet = !program.unmet.some(({ tier }) => tier === need.tier)
    const proof = isMet
      ? cheapestOfSet(program, { timeout: Math.ceil(timeout / rotating.length) })?.proof
      : undefined
    yield { need, saving: proof?.status === 'optimal' ? proof.value - value : null }
  }
}
