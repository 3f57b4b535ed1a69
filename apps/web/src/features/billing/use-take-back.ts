import { useHousehold, type HistoryEntry } from '@streamline/client'
import { useRecordsForOthers } from './payer-field.tsx'

/** Whether an entry of the history may be taken back by who looks; the API decides in any case. */
export const useMayTakeBack = () => {
  const { role, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  return ({ kind, takenBack, people }: HistoryEntry): boolean => {
    if (takenBack || role === 'viewer') return false
    if (kind === 'settlement') return forOthers || people.some((part) => part.memberId === memberId)
    if (kind !== 'payment' && kind !== 'refund') return false
    return forOthers || people.every((part) => part.memberId === memberId)
  }
}
