import type { Act } from '../answers.ts'

/** What a correction says otherwise than what was said before it. */
export interface Corrected {
  readonly field: 'startsOn' | 'price' | 'interval'
  readonly before: Act
}

export interface ActStory {
  readonly act: Act
  /** What it takes back, or lets count again. */
  readonly about: Act | null
  /** Of an undo: whether what it is about counts again by it. */
  readonly isRedo: boolean
  readonly corrected: readonly Corrected[]
}

/** What was said last about an act before a correction of it. */
const saidBefore = (acts: readonly Act[], { id, of }: Act): Act | null => {
  const older = acts.slice(acts.findIndex((act) => act.id === id) + 1)
  return (
    older.find((act) => act.kind === 'corrected' && act.of === of && act.stands) ??
    older.find((act) => act.id === of) ??
    null
  )
}

const correctedBy = (act: Act, before: Act): Corrected[] => {
  const { price, interval } = before
  const differs = {
    startsOn: before.on !== null && before.on !== act.on,
    price: price !== null && act.price !== null && price.amount !== act.price.amount,
    interval:
      interval !== null &&
      act.interval !== null &&
      (interval.count !== act.interval.count || interval.unit !== act.interval.unit),
  }
  return (['startsOn', 'price', 'interval'] as const)
    .filter((field) => differs[field])
    .map((field) => ({ field, before }))
}

/** The act that a chain of undos ends at, and whether it counts again after the last of them. */
const endOf = (acts: readonly Act[], undo: Act): Pick<ActStory, 'about' | 'isRedo'> => {
  let about = acts.find(({ id }) => id === undo.of) ?? null
  let isRedo = false
  while (about?.kind === 'undone') {
    const { of } = about
    about = acts.find(({ id }) => id === of) ?? null
    isRedo = !isRedo
  }
  return { about, isRedo }
}

/** What happened, in the order given (newest first), each with what it speaks of. */
export const storiesOf = (acts: readonly Act[]): ActStory[] =>
  acts.map((act) => {
    if (act.kind === 'undone') return { act, corrected: [], ...endOf(acts, act) }
    const before = act.kind === 'corrected' ? saidBefore(acts, act) : null
    return { act, about: null, isRedo: false, corrected: before === null ? [] : correctedBy(act, before) }
  })
