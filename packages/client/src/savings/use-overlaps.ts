import { useFormat } from '../format/format.ts'
import type { SavingsResult } from './needs-change.ts'
import { useAcceptedSteps } from './savings-steps.queries.ts'
import { useSavingsText } from './savings-text.ts'
import type { Pair } from './use-say-both.ts'
import { useWantedBoth } from './wanted-both.queries.ts'

/** What is paid twice in words, what who looks may be asked of it, and what was answered. */
export const useOverlaps = (overlaps: SavingsResult['overlaps']) => {
  const format = useFormat()
  const say = useSavingsText()
  const answers = useWantedBoth().data?.answers ?? []
  const mayActOn = useAcceptedSteps().data?.mayActOn ?? []
  return {
    rows: overlaps.map((overlap) => {
      const { kind, subscription, coveredBy, from } = overlap
      const all = [subscription, ...coveredBy]
      const isAsked = kind === 'mayWantBoth' && all.some(({ id }) => mayActOn.includes(id))
      return {
        ...overlap,
        key: `${subscription.id} ${kind} ${from}`,
        words: say.overlap(overlap),
        names: format.list(all.map(({ name }) => name)),
        /** Null where nobody is asked. */
        pair: isAsked ? { subscriptionId: subscription.id, otherIds: coveredBy.map(({ id }) => id) } : null,
      }
    }),
    answers: answers.map(({ subscriptions, isWanted, mayAct }) => {
      const [first, ...others] = subscriptions
      const pair: Pair | null =
        first === undefined ? null : { subscriptionId: first.id, otherIds: others.map(({ id }) => id) }
      return {
        key: subscriptions.map(({ id }) => id).join(' '),
        names: format.list(subscriptions.map(({ name }) => name)),
        isWanted,
        /** Null where who looks may not be asked again. */
        pair: mayAct ? pair : null,
      }
    }),
  }
}
