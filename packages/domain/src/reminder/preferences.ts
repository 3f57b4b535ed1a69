import { parseWallTime } from '../time/wall-time.ts'
import { reminderKinds, type ReminderKind } from './reminder.ts'

/** The ways by which a reminder reaches a person: a letter, the application, their phones and browsers, and where they had it sent. */
export const reminderWays = ['email', 'inbox', 'push', 'webhook'] as const

export type ReminderWay = (typeof reminderWays)[number]

/** How one kind reaches a person, and how many days ahead; of what is overdue, how many days after. */
export interface ReminderRule extends Readonly<Record<ReminderWay, boolean>> {
  readonly leadDays: readonly number[]
}

/** `[from, until)` by the wall clock, over midnight where `until` is earlier. */
export interface QuietHours {
  readonly from: string
  readonly until: string
}

/** What a person asked for. */
export interface ReminderPreferences {
  readonly rules: Readonly<Record<ReminderKind, ReminderRule>>
  /** Wall time `HH:MM`. */
  readonly sendAt: string
  readonly quiet: QuietHours | null
  /** Null is the household's. */
  readonly timeZone: string | null
  /** All of a day in one message. */
  readonly digest: boolean
}

const LEADS = [7, 3, 1, 0]

/** Kinds whose day is not the person's to choose: told as soon as they are known, or on Mondays. */
export const withoutLeads: ReadonlySet<ReminderKind> = new Set([
  'claim',
  'assumed',
  'overlap',
  'budget',
  'settlement',
  'settleUp',
  'joined',
  'left',
])

const leadsOf = (kind: ReminderKind): readonly number[] => {
  if (kind === 'overdue') return [1, 3, 7]
  // As Home asks for it; of what a household takes up there may be many at once.
  if (kind === 'step') return [3, 0]
  return withoutLeads.has(kind) ? [] : LEADS
}

const ruleOf = (kind: ReminderKind): ReminderRule => ({
  email: true,
  inbox: true,
  push: true,
  webhook: true,
  leadDays: leadsOf(kind),
})

/** What holds until a person says something else. */
export const defaultPreferences: ReminderPreferences = {
  rules: Object.fromEntries(
    reminderKinds.map((kind) => [kind, ruleOf(kind)]),
  ) as unknown as ReminderPreferences['rules'],
  sendAt: '09:00',
  quiet: { from: '22:00', until: '07:00' },
  timeZone: null,
  digest: false,
}

/** Leads of a kind as reminders have them: days before, negative after. */
export const leadsFor = (kind: ReminderKind, { leadDays }: Pick<ReminderRule, 'leadDays'>): number[] => {
  if (kind === 'assumed') return [0]
  return leadDays.map((days) => (kind === 'overdue' ? -days : days))
}

/** Minutes since midnight of a wall time `HH:MM`. */
function minutesOf(wallTime: string): number {
  const time = parseWallTime(wallTime)
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

const wallTimeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Whether a wall time lies in quiet hours. None begin and end at once. */
export function isQuiet(wallTime: string, quiet: QuietHours | null): boolean {
  if (quiet === null || quiet.from === quiet.until) return false
  const [time, from, until] = [wallTime, quiet.from, quiet.until].map(minutesOf) as [number, number, number]
  return from < until ? time >= from && time < until : time >= from || time < until
}

/**
 * When messages of a day are sent: at the time asked for, or, where that is in quiet hours, as soon as they end. Where they end on the
 * next day it is the minute before they begin: what is about today is not told tomorrow.
 */
export function timeOutsideQuiet({ sendAt, quiet }: Pick<ReminderPreferences, 'sendAt' | 'quiet'>): string {
  if (quiet === null || !isQuiet(sendAt, quiet)) return sendAt
  const endsToday = minutesOf(sendAt) < minutesOf(quiet.until)
  return endsToday ? quiet.until : wallTimeOf(minutesOf(quiet.from) - 1)
}
