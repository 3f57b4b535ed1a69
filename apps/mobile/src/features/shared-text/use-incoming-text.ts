import { useRouter } from 'expo-router'
import { useEffect } from 'react'
import { AppState } from 'react-native'
import { takeIncomingText } from './incoming-text'

/** What another app shares opens where it is looked over, however this app was found. */
export const useIncomingText = (): void => {
  const router = useRouter()
  useEffect(() => {
    const look = (): void => {
      const text = takeIncomingText()
      if (text !== null) router.navigate({ pathname: '/shared', params: { text } })
    }
    look()
    const subscription = AppState.addEventListener('change', (state) => {
      if (state === 'active') look()
    })
    return () => subscription.remove()
  }, [router])
}
