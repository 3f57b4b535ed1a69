import type { lineDetailSchema, lineSchema } from '@streamline/contract'
import {
  isOnLine,
  lineTimeline,
  lookOf,
  maskedLine,
  type CalendarDate,
  type LineStretch,
} from '@streamline/domain'
import type * as z from 'zod'
import type { LineRow } from '../lines/line.types.ts'
import type { SubscriptionDocument, SubscriptionRow } from '../subscriptions/subscriptions.service.ts'

export type LineDetail = z.infer<typeof lineDetailSchema>
type LineItem = z.infer<typeof lineSchema>

/** What is or was on a number, as somebody may see it. */
export interface OnLine {
  readonly today: CalendarDate
  readonly subscriptions: readonly SubscriptionDocument[]
  /** Rows of those that are on it now or are to come and are shown, by id. */
  readonly rows: ReadonlyMap<string, SubscriptionRow>
}

const MOST_PACKS = 20
const MOST_STRETCHES = 200

type Pack = LineItem['runs'][number]['packs'][number]

export const presentLine = (line: LineRow, on: OnLine): LineItem => {
  const { subscriptions, today, rows } = on
  const timeline = lineTimeline(subscriptions, today)
  const running = timeline.filter((stretch) => stretch.extra === null && isOnLine(stretch, today))
  const packs = Map.groupBy(
    timeline.filter(({ extra }) => extra !== null),
    ({ subscriptionId }) => subscriptionId,
  )
  const runs = running.flatMap(({ subscriptionId }) => {
    const subscription = rows.get(subscriptionId)
    const beside = packs.get(subscriptionId) ?? []
    return subscription === undefined
      ? []
      : [{ subscription, packs: beside.flatMap((stretch) => packOn(stretch, today)).slice(-MOST_PACKS) }]
  })
  const { id, householdId, revision, kind, name, memberId, privateTo, createdAt, updatedAt } = line
  return {
    id,
    householdId,
    revision,
    kind,
    number: maskedLine(line.number) ?? '',
    name,
    memberId,
    visibility: privateTo === null ? 'shared' : 'private',
    runs,
    moreRuns: running.length - runs.length,
    last: running.length > 0 ? null : lastOf(timeline, subscriptions),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  }
}

export const presentLineDetail = (
  line: LineRow,
  on: OnLine,
  { mayManage }: { readonly mayManage: boolean },
): LineDetail => {
  const shown = presentLine(line, on)
  const byId = new Map(on.subscriptions.map((subscription) => [subscription.id, subscription]))
  const timeline = lineTimeline(on.subscriptions, on.today).slice(-MOST_STRETCHES)
  const history = timeline.flatMap((stretch) => {
    const subscription = byId.get(stretch.subscriptionId)
    return subscription === undefined ? [] : [presentStretch(stretch, subscription)]
  })
  return { ...shown, history, mayManage, mayRemove: mayManage && shown.runs.length + shown.moreRuns === 0 }
}

const presentStretch = (
  { subscriptionId, status, as, extra, startsOn, usableUntil }: LineStretch,
  { name, providerId, providerName, brandColor, look, visibility }: SubscriptionDocument,
): LineDetail['history'][number] => {
  const who = { name, providerId, providerName, brandColor, look: lookOf(look), visibility }
  return { subscriptionId, ...who, status, as, pack: extra, startsOn, usableUntil }
}

const packOn = (stretch: LineStretch, today: CalendarDate): Pack[] => {
  const { extra, startsOn, usableUntil } = stretch
  if (extra === null || !isOnLine(stretch, today)) return []
  return [{ ...extra, startsOn, usableUntil }]
}

const endOf = ({ usableUntil, startsOn }: LineStretch) => usableUntil ?? startsOn

/** What served it last: the one that ended last. */
const lastOf = (
  timeline: readonly LineStretch[],
  subscriptions: readonly SubscriptionDocument[],
): LineItem['last'] => {
  const last = timeline
    .filter(({ extra }) => extra === null)
    .toSorted((one, other) => (endOf(one) < endOf(other) ? -1 : 1))
    .at(-1)
  const subscription = subscriptions.find(({ id }) => id === last?.subscriptionId)
  if (last === undefined || subscription === undefined) return null
  return { subscriptionId: subscription.id, name: subscription.name, usableUntil: last.usableUntil }
}
