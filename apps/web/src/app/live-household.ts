import { householdKey, useApi, useHousehold, useSessionState } from '@streamline/client'
import { meQuery } from '@streamline/client/identity'
import { followChanges } from '@streamline/client/households'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keepSeen, seenBefore } from './seen-before.ts'

/**
 * What others change, and a day that begins, is on screen by itself; a page that nobody sees does not ask. A part of the page that shows
 * nothing, so that it can come after all that does.
 */
const LiveHousehold = (): null => {
  const { client } = useApi()
  const isSignedIn = useSessionState() === 'signedIn'
  const { id: householdId } = useHousehold()
  const queries = useQueryClient()
  const seen = useRef(seenBefore())
  useEffect(() => {
    let stop = new AbortController()
    const fetchAgain = (): void => {
      // Its name, its day and what this person may do there come with the person.
      void queries.invalidateQueries({ queryKey: meQuery(client).queryKey })
      void queries.invalidateQueries({ queryKey: householdKey(householdId) })
    }
    const follow = (): void => {
      stop.abort()
      if (!isSignedIn || document.visibilityState === 'hidden') return
      stop = new AbortController()
      void followChanges({
        client,
        householdId,
        seen: seen.current?.of === householdId ? seen.current.mark : null,
        onSeen: (mark) => {
          keepSeen(householdId, mark)
          // What is on screen was fetched before the first answer, and may be older than that.
          if (seen.current?.of !== householdId) fetchAgain()
          seen.current = { of: householdId, mark }
        },
        onChange: fetchAgain,
        signal: stop.signal,
      })
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    addEventListener('online', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      removeEventListener('online', follow)
      stop.abort()
    }
  }, [client, householdId, isSignedIn, queries])
  return null
}

export default LiveHousehold
