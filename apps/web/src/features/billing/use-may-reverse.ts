import { useHousehold, type Payment } from '@streamline/client'
import { isReversible } from './paid-text.ts'
import { useRecordsForOthers } from './payer-field.tsx'

/** Members take back what they paid themselves; the API decides in any case. */
export const useMayReverse = () => {
  const { role, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  return (payment: Pick<Payment, 'entry' | 'reversedBy'> & { payers: readonly { memberId: string }[] }) =>
    isReversible(payment) &&
    role !== 'viewer' &&
    (forOthers || payment.payers.every((payer) => payer.memberId === memberId))
}
