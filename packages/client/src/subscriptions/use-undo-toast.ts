import { useTranslation } from 'react-i18next'
import type { Act, SubscriptionDetail } from '../answers.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useActSubscription } from './acts.queries.ts'

type Acted = Pick<SubscriptionDetail, 'id' | 'acts'>

/** Says what was done, with the way back from it. The form it was done in is gone by then, so answers are waited for here. */
export const useUndoToast = () => {
  const { t } = useTranslation('app')
  const problem = useProblemText()
  const act = useActSubscription()

  const back = async (id: string, { id: of, kind }: Act): Promise<void> => {
    try {
      const newest = await act.mutateAsync({ id, act: { kind: 'undo', of } })
      say(t(kind === 'undone' ? 'undone.again' : 'undone.takenBack'), newest)
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    }
  }

  const say = (text: string, { id, acts }: Acted): void => {
    const [last] = acts
    showToast(
      text,
      last === undefined ? {} : { action: { label: t('actions.undo'), run: () => void back(id, last) } },
    )
  }

  return { say, back, busy: act.isPending }
}
