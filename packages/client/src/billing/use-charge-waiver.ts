import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Charge } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useUnwaiveCharge, useWaiveCharge } from './charges.queries.ts'

type Facts = Pick<Charge, 'id' | 'state' | 'amount' | 'paid' | 'subscriptionName'>

/** Nobody pays what is left, or it is owed again. */
export const useChargeWaiver = (
  { id, state, amount, paid, subscriptionName: name }: Facts,
  onDone: () => void,
) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const [reason, setReason] = useState('')
  const waive = useWaiveCharge()
  const unwaive = useUnwaiveCharge()
  const way = state === 'waived' ? 'unwaive' : 'waive'
  const write = way === 'waive' ? waive : unwaive
  const rest = format.money({ ...amount, amount: amount.amount - paid.amount })
  return {
    label: t(`charge.do.${way}`),
    text: t(`waive.text.${way}`, { amount: rest }),
    reason,
    setReason,
    error: write.error,
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
