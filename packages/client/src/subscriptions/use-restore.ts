import { useTranslation } from 'react-i18next'
import type { Subscription } from '../answers.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useActSubscription } from './acts.queries.ts'
import { useUndoToast } from './use-undo-toast.ts'

/** Brings back what was added by mistake: its removal is the last thing that happened to it. */
export const useRestore = () => {
  const { t } = useTranslation('acts')
  const problem = useProblemText()
  const act = useActSubscription()
  const { say } = useUndoToast()
  return {
    isRestoring: (id: string): boolean => act.isPending && act.variables.id === id,
    restore: ({ id, revision, name }: Pick<Subscription, 'id' | 'revision' | 'name'>): void =>
      void act.mutateAsync({ id, revision, act: { kind: 'undo' } }).then(
        (newest) => say(t('done.restored', { name }), newest),
        (error: unknown) => showToast(problem(error), { tone: 'danger' }),
      ),
  }
}
