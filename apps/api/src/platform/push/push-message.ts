import * as z from 'zod'
import { aboutSchema } from '../deliveries/told.ts'

/** What a phone or browser shows. */
export const pushMessageSchema = z.strictObject({
  /** What is shown once, however often it arrives. */
  id: z.uuid(),
  title: z.string(),
  body: z.string(),
  /** Page that it opens: a path of ours. */
  path: z.string(),
  /** A later message about the same takes the place of the one before. */
  tag: z.string(),
  kind: z.string(),
  /** The message in the inbox that says the same. */
  messageId: z.uuid().nullable(),
  /** The one thing that it is about, for what can be done about it at once; null where there are several, or none. */
  subject: z
    .strictObject({ householdId: z.uuid(), subscriptionId: z.uuid().nullable(), on: z.iso.date() })
    .nullable()
    .default(null),
  /** Stays here. */
  about: aboutSchema.optional(),
})

/** A message as it waits. */
export type WaitingPush = z.infer<typeof pushMessageSchema>

export type PushMessage = Omit<WaitingPush, 'about'>

/** The message as it is sent, cut to so many bytes: the end of what it says goes, never where it leads. */
export function fitted(message: PushMessage, bytes: number): PushMessage {
  const size = (text: string) => Buffer.byteLength(JSON.stringify({ ...message, body: text }))
  if (size(message.body) <= bytes) return message
  const characters = [...message.body]
  let [low, high] = [0, characters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (size(`${characters.slice(0, middle).join('')}…`) <= bytes) low = middle
    else high = middle - 1
  }
  return { ...message, body: low === 0 ? '' : `${characters.slice(0, low).join('').trimEnd()}…` }
}
