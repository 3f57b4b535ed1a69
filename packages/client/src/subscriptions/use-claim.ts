import { useTranslation } from 'react-i18next'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useActSubscription } from './acts.queries.ts'
import { useUndoToast } from './use-undo-toast.ts'

/** Says of an included service that it was claimed at the provider, or that nobody wants it; with the way back. */
export const useClaim = (id: string, service: { readonly id: string; readonly name: string }) => {
  // Home shows it before the words of the later screens are there.
  const { t } = useTranslation('overview')
  const problemText = useProblemText()
  const act = useActSubscription()
  const { say } = useUndoToast()
  // What it stands on is gone once it is claimed, so the answer is waited for here.
  const claim = async (state: 'claimed' | 'dismissed'): Promise<void> => {
    try {
      const newest = await act.mutateAsync({ id, act: { kind: 'claim', serviceId: service.id, state } })
      say(t(`claims.done.${state}`, { service: service.name }), newest)
    } catch (error) {
      showToast(problemText(error), { tone: 'danger' })
    }
  }
  return {
    claim: (state: 'claimed' | 'dismissed'): void => void claim(state),
    busy: act.isPending,
  }
}
