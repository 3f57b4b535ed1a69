import { loadDeviceTexts } from '@streamline/client'
import { useSignOut } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { writeKept } from '../../design/stored.ts'

type Place = '/' | '/register' | '/sign-in' | '/invite'

/** Ends the session and goes to `to`, also where the API cannot be told. */
export const useLeave = (): { leave: (to: Place) => void; busy: boolean } => {
  const signOut = useSignOut()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { t, i18n } = useTranslation('device')
  const leave = async (to: Place, isSure = false): Promise<void> => {
    const { forgetActs, unsentOf } = await import('../kept/leaving.ts')
    const count = await unsentOf(queries)
    if (count > 0 && !isSure) {
      await loadDeviceTexts(i18n)
      showToast(t('leave.text', { count }), {
        tone: 'danger',
        action: { label: t('leave.anyway'), run: () => void leave(to, true) },
      })
      return
    }
    await forgetActs(queries)
    await signOut.mutateAsync().catch(() => null)
    // Who only takes another account still wants to come in.
    if (to !== '/invite') writeKept('invitation', null)
    await navigate({ to, replace: true })
  }
  return { busy: signOut.isPending, leave: (to) => void leave(to) }
}
