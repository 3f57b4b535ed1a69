import { isWorthKeeping, type Me } from '@streamline/client'
import { dehydrate, hydrate, type DehydratedState, type QueryClient } from '@tanstack/react-query'
import { keepAt, readKeptAt, timesForgotten } from './database.ts'

interface KeptAnswers {
  /** Answers are read by the program that asked for them: another build may expect another form. */
  readonly build: string
  readonly state: DehydratedState
}

const NAME = 'answers'
const SOON = 1000

const build = document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? ''

const keep = (queries: QueryClient, asOf: number): Promise<void> =>
  keepAt(NAME, { build, state: dehydrate(queries, { shouldDehydrateQuery: isWorthKeeping }) }, asOf)

/** Keeps what is on screen as it changes; answers how to stop. */
export const keepAnswers = (queries: QueryClient): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  // Whoever signs out meanwhile leaves nothing behind.
  const asOf = timesForgotten(NAME)
  const keepSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      // A device without room keeps nothing; that is no fault of what is on screen.
      void keep(queries, asOf).catch(() => null)
    }, SOON)
  }
  keepSoon()
  const stop = queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && isWorthKeeping(query)) keepSoon()
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** Puts what was kept where the screens look for it; false where there is nothing to show. */
export const restoreAnswers = async (queries: QueryClient): Promise<boolean> => {
  const kept = (await readKeptAt(NAME).catch(() => undefined)) as KeptAnswers | undefined
  if (kept?.build !== build) return false
  hydrate(queries, kept.state)
  return queries.getQueryData<Me>(['me']) !== undefined
}
