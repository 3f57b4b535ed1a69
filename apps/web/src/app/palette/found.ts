import { wordsOf } from '@streamline/domain'

export interface Entry {
  readonly id: string
  readonly section: 'screens' | 'subscriptions' | 'actions'
  readonly label: string
  /** Also found by this, and shown behind the label: a provider, a masked number. */
  readonly about?: string
  readonly run: () => void
}

/** How well a word of a name begins what is typed: at the very beginning is best. */
const rankOf = ({ label, about = '' }: Entry, typed: readonly string[]): number => {
  const words = wordsOf(`${label} ${about}`)
  if (!typed.every((part) => words.some((word) => word.startsWith(part)))) return 0
  return wordsOf(label).join(' ').startsWith(typed.join(' ')) ? 2 : 1
}

/** Of what is typed, the best first and in the order given; all of it while nothing is typed, but of many only a few. */
export const found = (entries: readonly Entry[], typed: string, most = 12): Entry[] => {
  const parts = wordsOf(typed)
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, parts) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, most)
    .map(({ entry }) => entry)
}
