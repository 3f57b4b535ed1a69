import { useApi, useSessionState } from '@streamline/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { AppState } from 'react-native'
import { sendWaiting } from './keeping.ts'
import type { Kept } from './kept-context.ts'

/** Somebody may answer again although nothing says so. */
const AGAIN_MS = 20_000

/** Sends what waits as soon as somebody answers, and finds out whether somebody does; `waiting` is how much waits. */
export const useSending = ({ outbox, reach }: Kept, waiting: number): void => {
  const api = useApi()
  const { i18n } = useTranslation()
  const queries = useQueryClient()
  const isSignedIn = useSessionState() === 'signedIn'
  const isAway = useSyncExternalStore(reach.subscribe, reach.isAway)
  useEffect(() => void outbox.refresh(), [outbox])
  useEffect(() => {
    if (waiting === 0 && !isAway && isSignedIn) return
    const ask = (): void =>
      void (
        waiting > 0
          ? sendWaiting(outbox, queries, i18n)
          : api.session.start().then(() => queries.invalidateQueries({ type: 'active' }))
      ).catch(() => null)
    // What was entered a moment ago is tried once more at once: the way may be there again.
    if (waiting > 0) ask()
    const timer = setInterval(ask, AGAIN_MS)
    const subscription = AppState.addEventListener('change', (state) => {
      if (state === 'active') ask()
    })
    return () => {
      clearInterval(timer)
      subscription.remove()
    }
  }, [api, i18n, queries, outbox, isAway, isSignedIn, waiting])
}
