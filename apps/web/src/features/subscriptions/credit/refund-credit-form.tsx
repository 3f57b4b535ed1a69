import type { SubscriptionDetail } from '@streamline/client'
import { useCharge } from '@streamline/client/billing'
import { useState } from 'react'
import { ErrorState } from '../../../design/error-state.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'
import { RefundForm } from '../../billing/refund-form.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'

/** The provider gave back what it had too much, the latest first; what is left stays on the page. */
const RefundOf = ({
  credit: { chargeId, amount },
  onDone,
}: {
  credit: SubscriptionDetail['credits'][number]
  onDone: () => void
}) => {
  const { data, error, refetch } = useCharge(chargeId)
  if (data) return <RefundForm charge={data} credit={amount} onDone={onDone} />
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={3} />
}

export const RefundCreditForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  // As it was when the form opened: once it is told, there is less of it before the form is gone.
  const [latest] = useState(subscription.credits[0])
  return latest === undefined ? null : <RefundOf credit={latest} onDone={onDone} />
}
