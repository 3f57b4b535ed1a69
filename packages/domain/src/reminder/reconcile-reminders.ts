import { reminderKeyText, type ReminderKey } from './reminder.ts'

/** A reminder with the instant (ms since 1970) at which it is sent. */
export interface TimedReminder extends ReminderKey {
  readonly sendAt: number
  /** Any day will do: where it stands already it stays there. */
  readonly isFloating: boolean
}

/** One that is there. */
export interface StoredReminder extends ReminderKey {
  readonly id: string
  readonly sendAt: number
  readonly isSent: boolean
}

export interface ReminderChanges<Wanted extends TimedReminder> {
  readonly added: readonly Wanted[]
  readonly moved: readonly { readonly id: string; readonly sendAt: number }[]
  readonly removed: readonly string[]
}

/**
 * Brings the reminders of one person to what they should be, as charges are: what was sent is neither touched nor repeated. What
 * should have been sent before now is added only where nobody could have known it in time, after a standstill that went
 * beyond what was planned: who adds a subscription today is not told what they would have been told last week.
 */
export function reconcileReminders<Wanted extends TimedReminder>(
  wanted: readonly Wanted[],
  stored: readonly StoredReminder[],
  { now, plannedUntil }: { readonly now: number; readonly plannedUntil: number | null },
): ReminderChanges<Wanted> {
  const there = new Map(stored.map((one) => [reminderKeyText(one), one]))
  const wantedKeys = new Set(wanted.map(reminderKeyText))
  const added: Wanted[] = []
  const moved: { id: string; sendAt: number }[] = []
  for (const one of wanted) {
    const known = there.get(reminderKeyText(one))
    if (known === undefined) {
      if (one.sendAt >= now || (plannedUntil !== null && one.sendAt > plannedUntil)) added.push(one)
    } else if (!known.isSent && known.sendAt !== one.sendAt && !one.isFloating)
      moved.push({ id: known.id, sendAt: one.sendAt })
  }
  const removed = stored.filter((one) => !one.isSent && !wantedKeys.has(reminderKeyText(one)))
  return { added, moved, removed: removed.map(({ id }) => id) }
}
