import { isDeepStrictEqual } from 'node:util'
import type { SplitHistory } from '@streamline/domain'
import type { SubscriptionDocument } from './subscription.document.ts'

/** More acts back nobody takes one back. */
const KEPT = 12

/** A subscription whose splits an act changed; what they were is kept for who takes it back. */
export const withSplitsOf = (
  subscription: SubscriptionDocument,
  act: string,
  { before, after }: { readonly before: SplitHistory; readonly after: SplitHistory },
): SubscriptionDocument => {
  const others = (subscription.splitsOfActs ?? []).filter((known) => known.act !== act)
  const changed = { ...subscription, splits: after }
  if (isDeepStrictEqual(before, after)) return changed
  return { ...changed, splitsOfActs: [...others, { act, before, after }].slice(-KEPT) }
}

/** The splits as they were before an act that is taken back; undefined where it changed none, or somebody said something else since. */
export const splitsBefore = (
  { splits, splitsOfActs = [] }: SubscriptionDocument,
  act: string,
): SplitHistory | undefined => {
  const known = splitsOfActs.find((one) => one.act === act)
  return known !== undefined && isDeepStrictEqual(known.after, splits) ? known.before : undefined
}
