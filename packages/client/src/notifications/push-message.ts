import type { CalendarDate } from '@streamline/domain'
import { ownPath } from '../identity/own-path.ts'

/** What comes along with a message that a phone shows, sent or planned there. */
export interface PushData {
  readonly kind: string
  readonly tag: string
  /** Page that it opens. */
  readonly path: string
  /** The message in the inbox that says the same; null for one that was planned here. */
  readonly messageId: string | null
  readonly about: {
    readonly householdId: string
    readonly subscriptionId: string | null
    readonly on: CalendarDate
  } | null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const textAt = (value: Record<string, unknown>, name: string): string | null => {
  const found = value[name]
  return typeof found === 'string' ? found : null
}

const aboutIn = (value: unknown): PushData['about'] => {
  if (!isObject(value)) return null
  const [householdId, on] = [textAt(value, 'householdId'), textAt(value, 'on')]
  if (householdId === null || on === null || !/^\d{4}-\d\d-\d\d$/.test(on)) return null
  return { householdId, subscriptionId: textAt(value, 'subscriptionId'), on: on as CalendarDate }
}

/** Reads what came along with a message; null where it is none of ours. A path that leads elsewhere leads home. */
export const pushDataIn = (value: unknown): PushData | null => {
  if (!isObject(value)) return null
  const [kind, tag] = [textAt(value, 'kind'), textAt(value, 'tag')]
  if (kind === null || tag === null) return null
  return {
    kind,
    tag,
    path: ownPath(value['path']) ?? '/home',
    messageId: textAt(value, 'messageId'),
    about: aboutIn(value['about']),
  }
}

/** The same of a message whose data the service wrote as text, before the app had seen it. */
export const pushDataInText = (text: unknown): PushData | null => {
  if (typeof text !== 'string') return null
  try {
    return pushDataIn(JSON.parse(text) as unknown)
  } catch {
    return null
  }
}
