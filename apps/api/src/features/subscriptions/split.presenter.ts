import type { splitSchema, splitSinceSchema } from '@streamline/contract'
import { ALWAYS, splitOn, type CalendarDate, type Split, type SplitHistory } from '@streamline/domain'
import type * as z from 'zod'
import type { OwnSplit } from './subscription.document.ts'

/** A copy that may be changed: answers are plain JSON. */
export const presentSplit = (split: Split): z.infer<typeof splitSchema> => {
  if (split.kind === 'payer') return split
  if (split.kind === 'equal') return { kind: 'equal', memberIds: [...split.memberIds] }
  if (split.kind === 'shares') return { kind: 'shares', weights: [...split.weights] }
  if (split.kind === 'percent') return { kind: 'percent', parts: [...split.parts] }
  return { kind: 'exact', parts: [...split.parts] }
}

/** That of one charge beside the periods on a day; null where it is shared as the subscription. */
export const presentOwnSplit = (
  ownSplits: readonly OwnSplit[],
  id: string,
  day: CalendarDate,
): z.infer<typeof splitSchema> | null => {
  const own = ownSplits.find(({ act }) => act === id)
  return own === undefined ? null : presentSplit(splitOn(own.splits, day))
}

export const presentSplits = (history: SplitHistory): z.infer<typeof splitSinceSchema>[] =>
  history.map(({ fromOn, split }) => ({
    fromOn: fromOn === ALWAYS ? null : fromOn,
    split: presentSplit(split),
  }))
