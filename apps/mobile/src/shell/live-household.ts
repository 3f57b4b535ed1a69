import { householdKey, useApi, useHousehold, useSessionState } from '@streamline/client'
import { followChanges, type Mark } from '@streamline/client/households'
import { meQuery } from '@streamline/client/identity'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { AppState } from 'react-native'

/** What others change, and a day that begins, is on screen by itself; an app that nobody sees does not ask. */
export const useLiveHousehold = (): void => {
  const { client } = useApi()
  const isSignedIn = useSessionState() === 'signedIn'
  const { id: householdId } = useHousehold()
  const queries = useQueryClient()
  const seen = useRef<{ readonly of: string; readonly mark: Mark } | null>(null)
  useEffect(() => {
    let stop = new AbortController()
    const fetchAgain = (): void => {
      // Its name, its day and what this person may do there come with the person.
      void queries.invalidateQueries({ queryKey: meQuery(client).queryKey })
      void queries.invalidateQueries({ queryKey: householdKey(householdId) })
    }
    const follow = (): void => {
      stop.abort()
      if (!isSignedIn || AppState.currentState === 'background') return
      stop = new AbortController()
      void followChanges({
        client,
        householdId,
        seen: seen.current?.of === householdId ? seen.current.mark : null,
        onSeen: (mark) => {
          // What is on screen was fetched before the first answer, and may be older than that.
          if (seen.current?.of !== householdId) fetchAgain()
          seen.current = { of: householdId, mark }
        },
        onChange: fetchAgain,
        signal: stop.signal,
      })
    }
    follow()
    const subscription = AppState.addEventListener('change', follow)
    return () => {
      subscription.remove()
      stop.abort()
    }
  }, [client, householdId, isSignedIn, queries])
}
