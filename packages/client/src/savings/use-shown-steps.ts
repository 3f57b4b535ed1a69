import type { AcceptedSteps } from '../answers.ts'
import type { CheapestSet } from './needs-change.ts'
import { useAcceptedSteps } from './savings-steps.queries.ts'
import { shownSteps, type ShownStep } from './shown-steps.ts'

/** Until it is known what was accepted, nothing can be. */
const NOTHING: AcceptedSteps = { steps: [], mayActOn: [], mayBegin: false }

/** Steps of the set to accept and what became of those that were; `open` can be accepted at once. */
export const useShownSteps = (
  set: Pick<CheapestSet, 'steps'> | null,
): { steps: ShownStep[]; open: ShownStep[] } => {
  const { data = NOTHING } = useAcceptedSteps()
  const steps = shownSteps(set, data)
  return { steps, open: steps.filter(({ mayAccept }) => mayAccept) }
}
