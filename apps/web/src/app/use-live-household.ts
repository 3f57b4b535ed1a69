import { householdKey, useApi, useHousehold } from '@streamline/client'
import { meQuery } from '@streamline/client/identity'
import { followChanges, type Mark } from '@streamline/client/households'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/** What others change, and a day that begins, is on screen by itself; a page that nobody sees does not ask. */
export const useLiveHousehold = (): void => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  const queries = useQueryClient()
  const seen = useRef<Mark | null>(null)
  useEffect(() => {
    seen.current = null
    let stop = new AbortController()
    const follow = (): void => {
      stop.abort()
      if (document.visibilityState === 'hidden') return
      stop = new AbortController()
      void followChanges({
        client,
        householdId,
        seen: seen.current,
        onSeen: (mark) => void (seen.current = mark),
        onChange: (mark, before) => {
          if (mark.today !== before.today)
            void queries.invalidateQueries({ queryKey: meQuery(client).queryKey })
          void queries.invalidateQueries({ queryKey: householdKey(householdId) })
        },
        signal: stop.signal,
      })
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stop.abort()
    }
  }, [client, householdId, queries])
}
