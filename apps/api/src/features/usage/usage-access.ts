import type { HouseholdActor } from '../../platform/http/actor.ts'
import type { SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'

/** What somebody's role and place let them do with the notes of one subscription. */
export interface UsageRights {
  /** Note, and put right what they noted: who uses it or may change it. */
  readonly note: boolean
  /** Put right what others noted. */
  readonly correctOthers: boolean
}

/** Whoever uses something knows of its use, also where others manage it; a viewer only reads. */
export const usageRightsOf = (
  { usedBy, withdrawn }: SubscriptionDocument,
  { memberId }: Pick<HouseholdActor, 'memberId'>,
  { mayWrite, isChangeable }: { readonly mayWrite: boolean; readonly isChangeable: boolean },
): UsageRights => ({
  note: mayWrite && !withdrawn && (isChangeable || usedBy.includes(memberId)),
  correctOthers: isChangeable && !withdrawn,
})
