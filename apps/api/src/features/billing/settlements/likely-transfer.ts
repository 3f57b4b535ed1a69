import type { ToldTransfer } from '@streamline/domain'
import { ProblemError } from '../../../platform/http/problem.ts'
import { presentSettlement, type SettlementViewer } from './settlement.presenter.ts'
import type { SettlementRow } from './settlement.repository.ts'

export const toldOf = ({
  amount,
  converted,
  settledOn,
  reference,
  recordedBy,
}: SettlementRow): ToldTransfer => ({
  // What was given is what both sides saw.
  amount: converted?.amount ?? amount,
  on: settledOn,
  reference,
  toldBy: recordedBy,
})

/** Asks whether what is recorded is the transfer that is known already, and names it. */
export const likelyTransfer = (known: SettlementRow, viewer: SettlementViewer): ProblemError => {
  const { id, recordedBy, amount, settledOn, reference, state, mayConfirm } = presentSettlement(known, viewer)
  const recordedByName = viewer.names.get(recordedBy) ?? ''
  return new ProblemError(
    'same-transfer',
    `${recordedByName} recorded a transfer of ${settledOn} that this may be: confirm it, or say that this is \`another\`.`,
    {
      likelyTransfer: {
        id,
        recordedBy,
        recordedByName,
        amount,
        settledOn,
        reference,
        state: state === 'confirmed' ? state : 'recorded',
        mayConfirm,
      },
    },
  )
}
