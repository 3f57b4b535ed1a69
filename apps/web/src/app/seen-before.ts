import type { Mark, Seen } from '@streamline/client/households'
import { writeStored } from '../design/stored.ts'

declare global {
  /** What `start.js` found, before anything was asked. */
  var seenBefore: string | null | undefined
}

/** Keeps as of when a household is on screen here. */
export const keepSeen = ({ of, mark: { revision, today } }: Seen): void =>
  writeStored('seen', `${of} ${revision} ${today}`)

/**
 * As of when this browser showed a household before this page asked for anything: where it is still so, nothing of what the page fetched
 * can be older.
 */
export const seenBefore = (): Seen | null => {
  const [of, revision, today] = globalThis.seenBefore?.split(' ') ?? []
  if (of === undefined || today === undefined) return null
  return { of, mark: { revision: Number(revision), today: today as Mark['today'] } }
}
