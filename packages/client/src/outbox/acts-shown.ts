import { stateOf, type KeptAct, type KeptState } from './kept-act.ts'

/** An act, and how it stood when it was last looked at. */
export type ShownAct = KeptAct & { readonly state: KeptState }

/** What an act is about, as rows of screens know it; what was refused is to be decided, and done again there where that is wanted. */
const idsOf = ({ input, refusal }: KeptAct): string[] => {
  if (refusal !== null) return []
  const { id, chargeIds = [] } = input as { id?: string; chargeIds?: string[] }
  return [...chargeIds, ...(id === undefined ? [] : [id])]
}

/** The acts that are kept, as a platform last read them, for whoever shows them. */
export const createActsShown = () => {
  const listeners = new Set<() => void>()
  let acts: readonly ShownAct[] = []
  let ids: ReadonlySet<string> = new Set()
  return {
    acts: (): readonly ShownAct[] => acts,
    /** Charges that were paid and packs that were recharged here, and are not sent yet. */
    waitingIds: (): ReadonlySet<string> => ids,
    /** `now` in milliseconds since 1970. */
    show: (kept: readonly KeptAct[], now: number): void => {
      acts = kept.map((act) => ({ ...act, state: stateOf(act, now) }))
      ids = new Set(acts.flatMap(idsOf))
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
