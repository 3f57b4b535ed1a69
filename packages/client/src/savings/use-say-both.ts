import { useTranslation } from 'react-i18next'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useAnswerBoth } from './wanted-both.queries.ts'

/** Two who may want the same for themselves. */
export interface Pair {
  readonly subscriptionId: string
  readonly otherIds: readonly string[]
}

/** Says whether both are wanted, with the way back from it; null asks again. */
export const useSayBoth = () => {
  const { t } = useTranslation(['savings', 'app'])
  const problem = useProblemText()
  const answer = useAnswerBoth()
  const say = ({ subscriptionId, otherIds }: Pair, isWanted: boolean | null): void =>
    answer.mutate(
      { subscriptionId, otherIds: [...otherIds], isWanted },
      {
        onError: (error) => showToast(problem(error), { tone: 'danger' }),
        onSuccess: () => {
          if (isWanted === null) return
          showToast(t(isWanted ? 'overlaps.saidYes' : 'overlaps.saidNo'), {
            action: {
              label: t('app:actions.undo'),
              run: () => say({ subscriptionId, otherIds }, null),
            },
          })
        },
      },
    )
  return { say, busy: answer.isPending }
}
