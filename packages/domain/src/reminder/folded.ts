import { reminderKeyText, type ReminderKey } from './reminder.ts'

/** A reminder whose time has come; late is one whose day is over. */
export interface DueReminder extends ReminderKey {
  readonly isLate: boolean
}

export interface Messages<Due extends DueReminder> {
  readonly messages: readonly (readonly Due[])[]
  /** Said already by a later one of the same occasion. */
  readonly superseded: readonly Due[]
}

const occasionText = ({ kind, subjectId, on }: ReminderKey): string => `${kind} ${subjectId} ${on}`

/**
 * What is due for one person as the messages they get: one for each, or one for all of a day where they asked for that. Of an
 * occasion only the latest is said; what is late is folded into one message, however much it is.
 */
export function foldedMessages<Due extends DueReminder>(due: readonly Due[], digest: boolean): Messages<Due> {
  const latest = new Map<string, Due>()
  for (const one of due) {
    const known = latest.get(occasionText(one))
    if (known === undefined || one.lead < known.lead) latest.set(occasionText(one), one)
  }
  const said = [...latest.values()].toSorted((a, b) =>
    a.on === b.on ? (reminderKeyText(a) < reminderKeyText(b) ? -1 : 1) : a.on < b.on ? -1 : 1,
  )
  const superseded = due.filter((one) => !said.includes(one))
  if (said.length === 0) return { messages: [], superseded }
  if (digest) return { messages: [said], superseded }
  const late = said.filter(({ isLate }) => isLate)
  const fresh = said.filter(({ isLate }) => !isLate)
  return { messages: [...(late.length > 0 ? [late] : []), ...fresh.map((one) => [one])], superseded }
}
