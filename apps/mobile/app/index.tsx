import { useSessionState } from '@streamline/client'
import { useQueryClient } from '@tanstack/react-query'
import { Redirect } from 'expo-router'
import { EntranceScreen } from '../src/features/identity/entrance.screen.tsx'

/** Who is known goes home; nobody else is sent away while the server cannot be asked. */
const Index = () => {
  const state = useSessionState()
  const isKnown = useQueryClient().getQueryData(['me']) !== undefined
  return state === 'signedIn' || (state === 'unknown' && isKnown) ? (
    <Redirect href="/home" />
  ) : (
    <EntranceScreen />
  )
}

export default Index
