import { useSignOut } from '@streamline/client'
import { useNavigate } from '@tanstack/react-router'

/** Ends the session and goes to `to`, also where the API cannot be told. */
export const useLeave = (): { leave: (to: '/' | '/register' | '/sign-in') => void; busy: boolean } => {
  const signOut = useSignOut()
  const navigate = useNavigate()
  const leave = async (to: '/' | '/register' | '/sign-in'): Promise<void> => {
    await signOut.mutateAsync().catch(() => null)
    await navigate({ to, replace: true })
  }
  return { busy: signOut.isPending, leave: (to) => void leave(to) }
}
