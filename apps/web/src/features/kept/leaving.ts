import type { Me } from '@streamline/client'
import type { QueryClient } from '@tanstack/react-query'
import { forgetAll, forgetAt, keptNames, readKeptAt } from './database.ts'

const actsOf = (queries: QueryClient): string => `acts ${queries.getQueryData<Me>(['me'])?.id ?? ''}`

/** How much a person would lose who signs out now: entries that were not sent. */
export const unsentOf = async (queries: QueryClient): Promise<number> => {
  const acts = await readKeptAt(actsOf(queries)).catch(() => [])
  return Array.isArray(acts) ? acts.length : 0
}

export const forgetActs = (queries: QueryClient): Promise<void> =>
  forgetAt(actsOf(queries)).catch(() => undefined)

/**
 * After somebody left: what they saw is forgotten, and where nothing else is kept, that anything ever was. Entries of somebody whose
 * session only ended stay for them alone: they were not sent yet.
 */
export const forgetAnswersOfAll = async (): Promise<void> => {
  await forgetAt('answers').catch(() => undefined)
  if ((await keptNames().catch(() => [])).length === 0) await forgetAll()
}
