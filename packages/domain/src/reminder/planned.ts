import { addDays, daysBetween, maxDate, type CalendarDate } from '../time/calendar.ts'
import { leadsFor, reminderWays, withoutLeads, type ReminderPreferences } from './preferences.ts'
import { NEWS_LEAD, reminderKeyText, type Occasion, type ReminderKey, type ReminderKind } from './reminder.ts'

/** Nothing about the matter of an occasion before this day, and one word about it on it. */
export interface Snooze {
  readonly kind: ReminderKind
  readonly subjectId: string
  readonly on: CalendarDate
  readonly untilOn: CalendarDate
}

/** A reminder that is to be sent on a day; null is the next on which messages are sent. */
export interface PlannedReminder extends ReminderKey {
  readonly sendOn: CalendarDate | null
  readonly occasion: Occasion
}

export interface Wishes {
  readonly preferences: ReminderPreferences
  readonly snoozes: readonly Snooze[]
  /** Subscriptions of which this person wants to hear nothing. */
  readonly muted: ReadonlySet<string>
  /**
   * Days ahead for single subscriptions, by their id: they take the place of those of every kind that has days ahead. Empty is told on no day
   * ahead; what is overdue keeps its own days, because those come after.
   */
  readonly leadDays?: ReadonlyMap<string, readonly number[]>
}

const hasDaysAhead = (kind: ReminderKind): boolean => kind !== 'overdue' && !withoutLeads.has(kind)

const leadsOf = (
  { kind, subscriptionId }: Occasion,
  { preferences: { rules }, leadDays }: Wishes,
): number[] => {
  const own = hasDaysAhead(kind) ? leadDays?.get(subscriptionId ?? '') : undefined
  return leadsFor(kind, own === undefined ? rules[kind] : { leadDays: own })
}

const isWanted = ({ kind, subscriptionId }: Occasion, { preferences, muted }: Wishes): boolean => {
  const rule = preferences.rules[kind]
  return reminderWays.some((way) => rule[way]) && (subscriptionId === null || !muted.has(subscriptionId))
}

/** One bill, before and after its day. */
const ofBill: ReadonlySet<ReminderKind> = new Set(['renewal', 'due', 'overdue'])
/** What leads to one. */
const beforeBill: ReadonlySet<ReminderKind> = new Set(['trialEnding', 'decideBy'])

/**
 * Whether a snooze is about the matter of an occasion, whatever that has become since: the debit that somebody put off is the bill that is overdue
 * two days later. The end of a trial, and a decision, become the debit that comes of them meanwhile; debits to check are the same next Monday.
 */
function isSameMatter(snooze: Snooze, { kind, subjectId, on }: Occasion): boolean {
  if (snooze.subjectId !== subjectId) return false
  if (snooze.kind === kind && (snooze.on === on || kind === 'assumed')) return true
  if (ofBill.has(snooze.kind)) return ofBill.has(kind) && snooze.on === on
  const isOfIt = ofBill.has(kind) || beforeBill.has(kind)
  return beforeBill.has(snooze.kind) && isOfIt && on >= snooze.on && on <= snooze.untilOn
}

/** True on the days on which there is something to say of it. */
const holdsOn = ({ from, until }: Occasion, day: CalendarDate): boolean =>
  (from === null || day >= from) && (until === null || day <= until)

/**
 * The reminders that these occasions give one person, each at most once (law 28), by the day on which they are sent. A snooze takes
 * away those before its day and is itself one on that day: its lead is what lies between, so that a second run plans the same one.
 */
export function remindersOf(occasions: readonly Occasion[], wishes: Wishes): PlannedReminder[] {
  const planned = new Map<string, PlannedReminder>()
  for (const occasion of occasions) {
    if (!isWanted(occasion, wishes)) continue
    const snoozed = wishes.snoozes
      .filter((snooze) => isSameMatter(snooze, occasion))
      .reduce<CalendarDate | null>(
        (last, { untilOn }) => (last === null ? untilOn : maxDate(last, untilOn)),
        null,
      )
    for (const reminder of ofOccasion(occasion, leadsOf(occasion, wishes), snoozed))
      planned.set(reminderKeyText(reminder), reminder)
  }
  return [...planned.values()].toSorted(bySendDay)
}

function ofOccasion(
  occasion: Occasion,
  ownLeads: readonly number[],
  snoozedUntil: CalendarDate | null,
): PlannedReminder[] {
  const { kind, subjectId, on } = occasion
  const reminder = (lead: number, sendOn: CalendarDate | null) => ({
    kind,
    subjectId,
    on,
    lead,
    sendOn,
    occasion,
  })
  if (occasion.isNews && snoozedUntil === null) return [reminder(NEWS_LEAD, null)]
  const leads = occasion.isNews ? [] : ownLeads
  const days = leads.map((lead) => addDays(on, -lead))
  const asked = snoozedUntil === null ? days : [snoozedUntil, ...days.filter((day) => day > snoozedUntil)]
  return [...new Set(asked)]
    .filter((day) => holdsOn(occasion, day))
    .map((day) => reminder(daysBetween(day, on), day))
}

const bySendDay = (a: PlannedReminder, b: PlannedReminder): number => {
  const [one, other] = [a.sendOn ?? '', b.sendOn ?? '']
  if (one !== other) return one < other ? -1 : 1
  const [key, otherKey] = [reminderKeyText(a), reminderKeyText(b)]
  return key < otherKey ? -1 : key > otherKey ? 1 : 0
}
