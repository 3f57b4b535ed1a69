import { useTranslation } from 'react-i18next'
import type { Settlement } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { usePeople } from '../households/people.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useConfirmSettlement } from './settlements.queries.ts'

/** Money that somebody says they gave: what is said, and the word of the receiver that it arrived. */
export const useArrival = ({ id, fromName, to, toName, amount, settledOn }: Settlement) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const problem = useProblemText()
  const { isYou } = usePeople()
  const confirm = useConfirmSettlement()
  const values = {
    from: fromName,
    to: toName,
    amount: format.money(amount),
    date: format.shortDate(settledOn),
  }
  return {
    says: t(isYou(to) ? 'settle.says' : 'settle.saysOther', values),
    /** For who does not see it: "Asha, ₹412". */
    about: `${values.from}, ${values.amount}`,
    busy: confirm.isPending,
    arrived: (): void =>
      confirm.mutate(
        { id },
        {
          onSuccess: () => showToast(t('settle.confirmed', values)),
          onError: (error) => showToast(problem(error), { tone: 'danger' }),
        },
      ),
  }
}
