import { useTranslation } from 'react-i18next'
import type { Charge } from '../answers.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { draftOfCharge } from './draft-names.ts'
import { useUnwaiveCharge, useWaiveCharge } from './charges.queries.ts'

const places: FormPlaces = { fields: ['reason'], codes: {} }

type Facts = Pick<Charge, 'id' | 'state' | 'amount' | 'paid' | 'subscriptionName'>

/** Nobody pays what is left, or it is owed again. */
export const useChargeWaiver = (
  { id, state, amount, paid, subscriptionName: name }: Facts,
  onDone: () => void,
) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const waive = useWaiveCharge()
  const unwaive = useUnwaiveCharge()
  const way = state === 'waived' ? 'unwaive' : 'waive'
  const { draft, set, kept } = useDraft(draftOfCharge(way, id), { reason: '' })
  const { reason } = draft
  const write = way === 'waive' ? waive : unwaive
  const refused = useFieldError(write.error, places)
  const rest = format.money({ ...amount, amount: amount.amount - paid.amount })
  return {
    label: t(`charge.do.${way}`),
    text: t(`waive.text.${way}`, { amount: rest }),
    reason,
    setReason: (text: string): void => set({ reason: text }),
    kept,
    reasonError: refused.at('reason'),
    error: refused.rest,
    busy: write.isPending,
    submit: (): void =>
      write.mutate(
        { id, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
        {
          onSuccess: () => {
            onDone()
            showToast(t(`waive.done.${way}`, { name, amount: rest }))
          },
        },
      ),
  }
}
