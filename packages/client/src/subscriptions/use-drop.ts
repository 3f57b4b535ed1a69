import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail } from '../answers.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useActSubscription } from './acts.queries.ts'
import { useUndoToast } from './use-undo-toast.ts'

/** It is not recharged any more: at once, with a way back. */
export const useDrop = () => {
  const { t } = useTranslation('acts')
  const problem = useProblemText()
  const act = useActSubscription()
  const { say } = useUndoToast()
  return ({ id, revision, name }: Pick<SubscriptionDetail, 'id' | 'revision' | 'name'>): void =>
    act.mutate(
      { id, revision, act: { kind: 'end' } },
      {
        onSuccess: (newest) => say(t('done.ended', { name }), newest),
        onError: (error) => showToast(problem(error), { tone: 'danger' }),
      },
    )
}
