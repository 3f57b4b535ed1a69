import { useHousehold } from '../client-context.tsx'
import { useUnderway } from '../toasts/use-underway.ts'
import { useRecordPayment } from './charges.queries.ts'
import { useRecordsForOthers } from './records-for-others.ts'
import { usePaidToast } from './use-paid-toast.ts'

/** What is open of a charge was paid today by who usually pays: at once, with a way back. */
export const useMarkPaid = () => {
  const { memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const record = useRecordPayment()
  const paid = usePaidToast()
  const { during, isBusy } = useUnderway()
  const markPaid = (id: string, name: string): Promise<void> =>
    during(id, async () => {
      // Members record only what they pay themselves.
      const recorded = await record.mutateAsync({ id, ...(forOthers ? {} : { paidBy: memberId }) })
      // What is kept for later says so by itself.
      if (recorded !== null) paid.one(name, recorded.payment)
    })
  return { markPaid, isMarking: isBusy }
}
