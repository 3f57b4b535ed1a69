import { useTranslation } from 'react-i18next'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useAcceptSteps, useChangeStep } from './savings-steps.queries.ts'
import { stepNameOf, type ShownStep } from './shown-steps.ts'

/** Accepting steps and dismissing them, each with the way back from it. */
export const useStepActs = () => {
  const { t } = useTranslation(['savings', 'app'])
  const problem = useProblemText()
  const accept = useAcceptSteps()
  const change = useChangeStep()
  const onError = (error: Parameters<typeof problem>[0]) => showToast(problem(error), { tone: 'danger' })
  const undo = (run: () => void) => ({ action: { label: t('app:actions.undo'), run } })

  const changeAll = (ids: readonly string[], isDismissed: boolean) => {
    for (const id of ids) change.mutate({ id, isDismissed }, { onError })
  }

  return {
    busy: accept.isPending || change.isPending,
    accept: (steps: readonly ShownStep[]) =>
      accept.mutate(steps.map(stepNameOf), {
        onError,
        onSuccess: ({ steps: all }) => {
          const keys = new Set(steps.map((step) => JSON.stringify(stepNameOf(step))))
          const ids = all.filter((step) => keys.has(JSON.stringify(stepNameOf(step)))).map(({ id }) => id)
          const said =
            steps.length === 1 ? t('steps.accepted') : t('steps.acceptedAll', { count: steps.length })
          showToast(
            said,
            undo(() => changeAll(ids, true)),
          )
        },
      }),
    dismiss: (id: string) =>
      change.mutate(
        { id, isDismissed: true },
        {
          onError,
          onSuccess: () =>
            showToast(
              t('steps.dismissed'),
              undo(() => changeAll([id], false)),
            ),
        },
      ),
  }
}
