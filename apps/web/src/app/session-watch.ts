import { forgetDrafts } from '../design/stored.ts'
import { chooseHousehold } from '../features/households/current-household.ts'
import type { RouterContext } from './guards.ts'

/**
 * When the person of this browser leaves or changes, in this tab or another, what they saw is left and forgotten. A
 * first sign-in goes where its screen sends it.
 */
export const watchSession = (
  { api: { session }, queries }: RouterContext,
  askGuardsAgain: () => Promise<void>,
): void => {
  let person = session.userId()
  session.subscribe(() => {
    const before = person
    person = session.userId()
    if (session.state() === 'signedOut') {
      chooseHousehold(null)
      if (before !== null || queries.getQueryData(['me']) !== undefined)
        void import('../features/kept/leaving.ts').then(({ forgetAnswersOfAll }) => forgetAnswersOfAll())
    }
    if (before === null || before === person) return
    forgetDrafts()
    void askGuardsAgain().finally(() => queries.clear())
  })
}
