import { pushCategoryOf, type PushCategory } from '@streamline/domain'
import type { NextMessages } from '../answers.ts'
import type { PushData } from './push-message.ts'

/** A message that the phone shows by itself, where none came for it. */
export interface LocalReminder {
  /**
   * By which the phone knows it: the next of a tag has the tag for a name, so that the message that is sent takes its place; those
   * after it have names of their own until they are the next.
   */
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly title: string
  readonly body: string
  readonly channel: string
  readonly category: PushCategory | null
  readonly data: PushData
}

/** So long a message that was sent has to arrive, before the phone says it by itself. */
export const GRACE_MS = 20 * 60_000

/** A clock that goes wrong by less than this is right. */
const SKEW_MS = 5 * 60_000

/** Systems keep few alarms for an app; what is further ahead is planned when the app is opened again. */
const MOST = 30

/** What has been said or settled since the phone saw what comes. */
export interface SaidSince {
  /** When a message of a tag came, in milliseconds since 1970: what it says is not said again. */
  readonly told: ReadonlyMap<string, number>
  /** Subscriptions of which something was paid or recharged here and waits to be sent. */
  readonly settledIds: ReadonlySet<string>
}

/**
 * What the phone will say by itself of what it saw last: each message that is wanted on phones, twenty minutes after it should have come.
 * `now` in milliseconds since 1970.
 */
export const localReminders = (
  messages: NextMessages['messages'],
  now: number,
  { told, settledIds }: SaidSince,
): readonly LocalReminder[] => {
  const names = new Set<string>()
  const moments = new Set<string>()
  return messages
    .flatMap(({ at, push }) => (push === null ? [] : [{ sentAt: Date.parse(at), push }]))
    .toSorted((one, other) => one.sentAt - other.sentAt)
    .filter(({ sentAt, push: { tag, about } }) => {
      const toldAt = told.get(tag)
      const moment = `${tag} ${sentAt}`
      const isAgain = moments.has(moment)
      moments.add(moment)
      return (
        !isAgain &&
        sentAt + GRACE_MS > now &&
        (toldAt === undefined || sentAt > toldAt + SKEW_MS) &&
        !(about !== null && about.subscriptionId !== null && settledIds.has(about.subscriptionId))
      )
    })
    .slice(0, MOST)
    .map(({ sentAt, push: { tag, kind, title, body, path, about } }) => {
      const name = names.has(tag) ? `${tag} ${sentAt}` : tag
      names.add(tag)
      return {
        name,
        at: sentAt + GRACE_MS,
        title,
        body,
        channel: kind,
        category: pushCategoryOf(kind, about !== null, true),
        data: { kind, tag, path, messageId: null, about },
      }
    })
}

/** All that it says, and when: another text is another reminder. */
export const localReminderText = ({ at, channel, category, title, body }: LocalReminder): string =>
  [at, channel, category ?? '', title, body].join('\n')

/** What to take back and what to plan, so that the phone has planned what it should; what stays is not touched. */
export const reconciledReminders = (
  planned: readonly { readonly name: string; readonly text: string }[],
  wanted: readonly LocalReminder[],
): { readonly cancel: readonly string[]; readonly plan: readonly LocalReminder[] } => {
  const known = new Map(planned.map(({ name, text }) => [name, text]))
  const stays = new Set(
    wanted.filter((one) => known.get(one.name) === localReminderText(one)).map(({ name }) => name),
  )
  return {
    cancel: planned.flatMap(({ name }) => (stays.has(name) ? [] : [name])),
    plan: wanted.filter(({ name }) => !stays.has(name)),
  }
}
