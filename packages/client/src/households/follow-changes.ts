import type { Client } from '../client.ts'
import { problemOf } from '../problem.ts'

/** As of what something is shown. */
export type Mark = Awaited<ReturnType<Client['households']['changes']>>

interface Following {
  readonly client: Client
  readonly householdId: string
  /** Null: whatever is there now is what is shown. */
  readonly seen: Mark | null
  /** Called for each change, one after the other. */
  readonly onChange: () => void
  /** Each answer, also where nothing changed. */
  readonly onSeen: (mark: Mark) => void
  readonly signal: AbortSignal
}

/** Between two questions: what a person does comes first. */
const BREATH_MS = 1500
const PAUSES_MS = [2000, 5000, 15_000, 60_000] as const

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

/** The session is over, or the household is not this person's any more: asking again would be answered the same. */
const isOver = (error: unknown): boolean => [401, 403, 404].includes(problemOf(error).status)

/**
 * Asks again and again what changed in a household, until it is told to stop; rests longer each time nobody answers.
 * Where it may not ask any more it stops, and says that something changed: whoever shows the household finds out what.
 */
export const followChanges = async ({
  client,
  householdId,
  seen: first,
  onChange,
  onSeen,
  signal,
}: Following): Promise<void> => {
  let seen = first
  let failures = 0
  while (!signal.aborted) {
    try {
      const mark = await client.households.changes({ householdId, ...seen }, { signal })
      failures = 0
      if (seen !== null && (mark.revision !== seen.revision || mark.today !== seen.today)) onChange()
      seen = mark
      onSeen(mark)
      await pause(BREATH_MS)
    } catch (error) {
      if (signal.aborted) return
      if (isOver(error)) {
        onChange()
        return
      }
      await pause(PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 60_000)
    }
  }
}
