import type { subscriptionDetailSchema } from '@streamline/contract'
import { isBeginning, priceHoldsFrom, standingRecords, type Act } from '@streamline/domain'
import type * as z from 'zod'
import { beginningOf, draftOfBeginning } from './correct-subscription.ts'
import { mayBeUndone } from './undo-act.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

type Detail = z.infer<typeof subscriptionDetailSchema>
type ActAnswer = Detail['acts'][number]
type About = Omit<ActAnswer, 'id' | 'kind' | 'saidOn' | 'by' | 'stands' | 'mayUndo'>

const SHOWN = 50

/** Each answer about whether an act may be taken back folds all of them: asked of the last few only. */
const MAY_BE_UNDONE = 12

const NOTHING: About = {
  on: null,
  untilOn: null,
  price: null,
  interval: null,
  renewal: null,
  billDay: null,
  planName: null,
  extra: null,
  claim: null,
  mode: null,
  of: null,
  reason: null,
}

/** Names of included services and of plans by their ids. */
export interface ActNames {
  readonly services: ReadonlyMap<string, string>
  readonly plans: ReadonlyMap<string, string>
}

const aboutOf = (act: Act, names: ActNames): About => {
  const planName = (id: string | null | undefined): string | null =>
    id === null || id === undefined ? null : (names.plans.get(id) ?? null)
  switch (act.kind) {
    case 'started':
      return {
        ...NOTHING,
        on: act.draft.startsOn,
        price: act.draft.price,
        interval: act.draft.dayRate === undefined ? act.draft.interval : null,
        planName: planName(act.draft.planId),
      }
    case 'takenOver':
      return { ...NOTHING, on: act.facts.terms.startsOn }
    case 'recharged':
      return {
        ...NOTHING,
        on: act.renewedOn,
        price: act.price ?? null,
        interval: act.interval ?? null,
        planName: planName(act.planId),
      }
    case 'planChanged':
      return {
        ...NOTHING,
        on: act.fromOn,
        price: act.change.price ?? null,
        interval: act.change.interval ?? null,
        renewal: act.change.renewal ?? null,
        billDay: act.change.billDay ?? null,
        planName: planName(act.change.planId),
      }
    case 'priceChanged':
      return { ...NOTHING, on: priceHoldsFrom(act) ?? null, price: act.price }
    case 'dayRateChanged':
      return { ...NOTHING, on: act.fromOn, price: act.rate }
    case 'paused':
      return { ...NOTHING, on: act.fromOn, untilOn: act.untilOn }
    case 'resumed':
      return { ...NOTHING, on: act.resumedOn }
    case 'cancelled':
      return { ...NOTHING, mode: act.mode, price: act.exitFee?.price ?? null }
    case 'corrected':
      return { ...aboutOf(act.to, names), of: act.of, reason: act.reason }
    case 'undone':
      return { ...NOTHING, of: act.of }
    case 'withdrawn':
      return { ...NOTHING, reason: act.reason }
    case 'charged':
      return {
        ...NOTHING,
        on: act.extra.startsOn,
        price: act.extra.price,
        extra: { purpose: act.extra.purpose, title: act.extra.title },
      }
    case 'claimed':
      return {
        ...NOTHING,
        claim: {
          serviceId: act.serviceId,
          serviceName: names.services.get(act.serviceId) ?? act.serviceId,
          state: act.state,
        },
      }
    case 'reactivated':
    case 'ended':
      return NOTHING
  }
}

/** What happened, newest first. */
export const presentActs = (subscription: SubscriptionDocument, names: ActNames): ActAnswer[] => {
  const { records, withdrawn } = subscription
  const standing = new Set(standingRecords(records))
  const asked = new Set(
    records
      // An undo can be undone too: what it took back counts again.
      .filter((record) => standing.has(record) && !isBeginning(record))
      .filter(({ act }) => !withdrawn || act.kind === 'withdrawn')
      .slice(-MAY_BE_UNDONE),
  )
  return records
    .slice(-SHOWN)
    .toReversed()
    .map((record) => ({
      id: record.id,
      kind: record.act.kind,
      saidOn: record.on,
      by: record.by,
      ...aboutOf(record.act, names),
      stands: standing.has(record),
      mayUndo: asked.has(record) && mayBeUndone(subscription, record.id),
    }))
}

/** What it began with, for who puts it right. */
export const presentBeginning = (subscription: SubscriptionDocument): Detail['beginning'] => {
  const draft = draftOfBeginning(beginningOf(subscription))
  const { startsOn, interval, price, tax, renewal, billDay, dueDays, firstBill, planId } = draft
  return {
    planId: planId ?? null,
    startsOn,
    interval,
    price,
    tax: tax ?? { included: true, basisPoints: 0 },
    renewal: renewal ?? 'automatic',
    billDay: billDay ?? null,
    dueDays: billDay === undefined ? null : (dueDays ?? 0),
    firstBill: billDay === undefined ? null : (firstBill ?? 'byDay'),
    trial: draft.trial ?? null,
    intro: draft.intro ?? null,
    bonus: draft.bonus ?? null,
    chargedFrom: draft.chargedFrom ?? null,
    dayRate: draft.dayRate ?? null,
    minimumTerm: draft.minimumTerm ?? null,
  }
}
