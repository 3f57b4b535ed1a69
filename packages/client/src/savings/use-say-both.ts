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
  // The question is gone once it is answered, so the answer is waited for here.
  const send = async ({ subscriptionId, otherIds }: Pair, isWanted: boolean | null): Promise<void> => {
    try {
      await answer.mutateAsync({ subscriptionId, otherIds: [...otherIds], isWanted })
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
      return
    }
    if (isWanted !== null)
      showToast(t(isWanted ? 'overlaps.saidYes' : 'overlaps.saidNo'), {
        action: {
          label: t('app:actions.undo'),
          run: () => say({ subscriptionId, otherIds }, null),
        },
      })
  }
  const say = (pair: Pair, isWanted: boolean | null): void => void send(pair, isWanted)
  return { say, busy: answer.isPending }
}
