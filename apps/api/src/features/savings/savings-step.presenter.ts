import type { acceptedStepSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { SeenStep } from './seen-step.ts'

type AcceptedAnswer = z.infer<typeof acceptedStepSchema>

/** An accepted step for one person: what it is called now, and what it was accepted for where they may know. */
export const presentStep = (
  { row, standing, document }: SeenStep,
  viewer: { readonly memberId: string } & Pick<AcceptedAnswer, 'isYours' | 'mayAct'>,
): AcceptedAnswer => {
  const { subscription, plan, service, memberIds, saving } = row.about
  const { memberId, isYours, mayAct } = viewer
  const maySeeSum = !row.ofPrivate || row.acceptedBy === memberId
  return {
    id: row.id,
    kind: row.kind,
    on: row.onDay,
    subscription: document === null ? subscription : { id: document.id, name: document.name },
    plan,
    service,
    memberIds: [...memberIds],
    lineId: document?.lineId ?? null,
    state: standing.state,
    because: standing.because,
    acceptedBy: row.acceptedBy,
    acceptedOn: row.acceptedOn,
    saving: maySeeSum ? saving : null,
    isYours,
    mayAct,
  }
}
