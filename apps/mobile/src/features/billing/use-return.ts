import { useEffect, useRef } from 'react'
import { AppState } from 'react-native'

/** Tells once that this app is on screen again, after it was left while `isAway`. */
export const useReturn = (isAway: boolean, onReturn: () => void): void => {
  const told = useRef(onReturn)
  useEffect(() => {
    told.current = onReturn
  })
  useEffect(() => {
    if (!isAway) return
    let hasLeft = AppState.currentState === 'background'
    const subscription = AppState.addEventListener('change', (state) => {
      if (state === 'background') hasLeft = true
      else if (state === 'active' && hasLeft) told.current()
    })
    return () => subscription.remove()
  }, [isAway])
}
