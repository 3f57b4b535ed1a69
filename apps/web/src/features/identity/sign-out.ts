import { useSignOut } from '@streamline/client/identity'
import { useNavigate } from '@tanstack/react-router'
import { writeKept } from '../../design/stored.ts'

type Place = '/' | '/register' | '/sign-in' | '/invite'

/** Ends the session and goes to `to`, also where the API cannot be told. */
export const useLeave = (): { leave: (to: Place) => void; busy: boolean } => {
  const signOut = useSignOut()
  const navigate = useNavigate()
  const leave = async (to: Place): Promise<void> => {
    await signOut.mutateAsync().catch(() => null)
    // Who only takes another account still wants to come in.
    if (to !== '/invite') writeKept('invitation', null)
    await navigate({ to, replace: true })
  }
  return { busy: signOut.isPending, leave: (to) => void leave(to) }
}
