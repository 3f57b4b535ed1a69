import { useTranslation } from 'react-i18next'
import { useFormat } from '../format/format.ts'
import { usePeople } from '../households/people.ts'
import type { ProblemError } from '../problem.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useConfirmSettlement } from './settlements.queries.ts'

type Known = NonNullable<ProblemError['likelyTransfer']>

/** One transfer that both sides write down counts once: whether it is the one that is recorded already, and what a yes does. */
export const useSameTransfer = (
  known: Known,
  /** Who gave it, for the word that it arrived. */
  { from, onSame }: { from: string; onSame: () => void },
) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const problem = useProblemText()
  const { isYou } = usePeople()
  const confirm = useConfirmSettlement()
  const amount = format.money(known.amount)
  const values = { amount, name: known.recordedByName, date: format.date(known.settledOn) }
  return {
    title: t(isYou(known.recordedBy) ? 'settle.same.titleYou' : 'settle.same.title', values),
    busy: confirm.isPending,
    same: (): void => {
      if (!known.mayConfirm) {
        onSame()
        showToast(t('settle.same.kept'))
        return
      }
      confirm.mutate(
        { id: known.id },
        {
          onSuccess: () => {
            onSame()
            showToast(t('settle.confirmed', { from, amount }))
          },
          onError: (error) => showToast(problem(error), { tone: 'danger' }),
        },
      )
    },
  }
}
