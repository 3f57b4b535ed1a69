/** What somebody wants to add, one after the other; which of them is on screen follows from how many are left. */
export interface Queue {
  /** Providers that come after this one. */
  readonly waiting: readonly string[]
  /** How many there are, with those that are done. */
  readonly of: number
}

/** The address has no empty list. */
const none = 'end'

/** As the address says it; null where nobody chose several. */
export const queueOf = (waiting: string | undefined, of: number | undefined): Queue | null => {
  if (waiting === undefined) return null
  const left = waiting === none ? [] : waiting.split(',').filter((id) => id !== '')
  return { waiting: left, of: Math.max(of ?? 0, left.length + 1) }
}

export const searchOf = ({ waiting, of }: Queue): { queue: string; of: number } => ({
  queue: waiting.length === 0 ? none : waiting.join(','),
  of,
})

/** Those of the welcome, from the first on. */
export const queueFrom = (
  providers: readonly string[],
): { provider?: string; queue?: string; of?: number } => {
  const [provider, ...waiting] = providers
  if (provider === undefined) return {}
  return waiting.length === 0 ? { provider } : { provider, ...searchOf({ waiting, of: providers.length }) }
}

/** The one after this; null where this was the last. */
export const nextIn = ({ waiting, of }: Queue): { provider: string; queue: string; of: number } | null => {
  const [provider, ...rest] = waiting
  return provider === undefined ? null : { provider, ...searchOf({ waiting: rest, of }) }
}

/** One more before those that wait. */
export const withAnother = ({ waiting, of }: Queue): { queue: string; of: number } =>
  searchOf({ waiting, of: of + 1 })

/** Which of them is on screen, from 1 on. */
export const placeIn = ({ waiting, of }: Queue): number => of - waiting.length
