import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useApi, useHousehold } from '../client-context.tsx'
import { householdKey } from '../queries/write.ts'
import { meQuery } from '../identity/me.queries.ts'
import { followChanges, type Mark } from './follow-changes.ts'

/** As of when a household is on screen. */
export interface Seen {
  readonly of: string
  readonly mark: Mark
}

/** What a device knows of itself; must stay the same object. */
export interface LiveDevice {
  /** Whether anybody looks: what nobody sees does not ask. */
  readonly isSeen: () => boolean
  /** Calls whenever that, or the connection, may have changed, until the answer is called. */
  readonly follow: (look: () => void) => () => void
  /** As of when it was on screen before anything was asked; default: nothing was. */
  readonly before?: () => Seen | null
  readonly keep?: (seen: Seen) => void
}

/** What others change, and a day that begins, is on screen by itself. */
export const useLiveHousehold = (device: LiveDevice, isSignedIn: boolean): void => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  const queries = useQueryClient()
  const seen = useRef<Seen | null | undefined>(undefined)
  useEffect(() => {
    seen.current ??= device.before?.() ?? null
    let stop = new AbortController()
    const fetchAgain = (): void => {
      // Its name, its day and what this person may do there come with the person.
      void queries.invalidateQueries({ queryKey: meQuery(client).queryKey })
      void queries.invalidateQueries({ queryKey: householdKey(householdId) })
    }
    const ask = (): void => {
      stop.abort()
      if (!isSignedIn || !device.isSeen()) return
      stop = new AbortController()
      void followChanges({
        client,
        householdId,
        seen: seen.current?.of === householdId ? seen.current.mark : null,
        onSeen: (mark) => {
          const now = { of: householdId, mark }
          device.keep?.(now)
          // What is on screen was fetched before the first answer, and may be older than that.
          if (seen.current?.of !== householdId) fetchAgain()
          seen.current = now
        },
        onChange: fetchAgain,
        signal: stop.signal,
      })
    }
    ask()
    const leave = device.follow(ask)
    return () => {
      leave()
      stop.abort()
    }
  }, [client, device, householdId, isSignedIn, queries])
}
