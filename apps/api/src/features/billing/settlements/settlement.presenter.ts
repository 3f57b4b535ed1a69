import type { settlementSchema } from '@streamline/contract'
import type * as z from 'zod'
import { presentConverted } from '../rates/conversion.ts'
import type { SettlementRow } from './settlement.repository.ts'

/** What a person may do with settlements of others. */
export interface SettlementViewer {
  readonly memberId: string
  readonly forOthers: boolean
  readonly names: ReadonlyMap<string, string>
  /** Those who can confirm themselves. */
  readonly withAccount: ReadonlySet<string>
}

export const stateOf = ({
  confirmedAt,
  undoneAt,
}: Pick<SettlementRow, 'confirmedAt' | 'undoneAt'>): 'recorded' | 'confirmed' | 'undone' =>
  undoneAt !== null ? 'undone' : confirmedAt !== null ? 'confirmed' : 'recorded'

/** The receiver says that it arrived; a manager does for who has no account. */
export const mayConfirm = (row: SettlementRow, viewer: SettlementViewer): boolean =>
  row.toMember === viewer.memberId || (viewer.forOthers && !viewer.withAccount.has(row.toMember))

/** Who gave it, who got it, and who looks after the money of others. */
export const mayUndo = (row: SettlementRow, { memberId, forOthers }: SettlementViewer): boolean =>
  forOthers || row.fromMember === memberId || row.toMember === memberId

const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString())

export const presentSettlement = (
  row: SettlementRow,
  viewer: SettlementViewer,
): z.infer<typeof settlementSchema> => {
  const state = stateOf(row)
  return {
    id: row.id,
    from: row.fromMember,
    fromName: viewer.names.get(row.fromMember) ?? '',
    to: row.toMember,
    toName: viewer.names.get(row.toMember) ?? '',
    amount: { amount: row.amount, currency: row.currency },
    converted: row.converted && presentConverted(row.converted),
    settledOn: row.settledOn,
    method: row.method,
    reference: row.reference,
    note: row.note,
    state,
    recordedBy: row.recordedBy,
    recordedAt: new Date(row.recordedAt).toISOString(),
    confirmedAt: instant(row.confirmedAt),
    undoneAt: instant(row.undoneAt),
    mayConfirm: state === 'recorded' && mayConfirm(row, viewer),
    mayUndo: state !== 'undone' && mayUndo(row, viewer),
  }
}
