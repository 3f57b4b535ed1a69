import { useSessionState } from '@streamline/client'
import { type LiveDevice, useLiveHousehold as useLive } from '@streamline/client/households'
import { AppState } from 'react-native'

const app: LiveDevice = {
  isSeen: () => AppState.currentState !== 'background',
  follow: (look) => {
    const subscription = AppState.addEventListener('change', look)
    return () => subscription.remove()
  },
}

export const useLiveHousehold = (): void => useLive(app, useSessionState() === 'signedIn')
