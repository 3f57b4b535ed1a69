import { useSignOut } from '@streamline/client'
import { useNavigate } from '@tanstack/react-router'
import { chooseHousehold } from './current-household.ts'

/** Ends the session and goes to `to`, leaving nothing of the person on the screen. */
export const useLeave = (): { leave: (to: '/' | '/register') => void; busy: boolean } => {
  const signOut = useSignOut()
  const navigate = useNavigate()
  return {
    busy: signOut.isPending,
    leave: (to) =>
      signOut.mutate(undefined, {
        onSettled: () => {
          chooseHousehold(null)
          void navigate({ to, replace: true })
        },
      }),
  }
}
