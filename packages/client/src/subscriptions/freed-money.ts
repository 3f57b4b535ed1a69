import type { ActOutlook } from '../answers.ts'
import type { ActInputOf } from './acts.queries.ts'

/** What becomes of money that an act frees, as it is chosen in a form. */
export interface FreedDraft {
  readonly to: 'credit' | 'refund' | 'charge'
  /** Who got it back; null for each what they had paid. */
  readonly receivedBy: string | null
  /** The charge that it pays; null while none is chosen. */
  readonly chargeId: string | null
}

export const asCredit: FreedDraft = { to: 'credit', receivedBy: null, chargeId: null }

/** What of it an act says; nothing where it frees no money, or where that stays as credit. */
export const freedInput = (
  { to, receivedBy, chargeId }: FreedDraft,
  outlook: Pick<ActOutlook, 'freed'> | null,
): Pick<ActInputOf<'cancel'>, 'money'> => {
  if (outlook === null || outlook.freed.length === 0) return {}
  if (to === 'refund') return { money: { to, ...(receivedBy === null ? {} : { receivedBy }) } }
  return to === 'charge' && chargeId !== null ? { money: { to, chargeId } } : {}
}

/** A charge is to be paid and none is chosen. */
export const isFreedMissing = (
  { to, chargeId }: FreedDraft,
  outlook: Pick<ActOutlook, 'freed'> | null,
): boolean => (outlook?.freed.length ?? 0) > 0 && to === 'charge' && chargeId === null
