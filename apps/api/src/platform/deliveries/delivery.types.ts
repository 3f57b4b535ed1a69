import type * as z from 'zod'
import type { JobKind } from '../queue/job.ts'
import type { Locale } from '../mail/letter.ts'

/** The ways by which a message leaves the house. */
export type ChannelName = 'email' | 'sms' | 'webPush' | 'fcm' | 'webhook'

/** One way, what a message that goes by it is made of, and how long somebody tries. */
export interface Channel<Data = unknown> {
  readonly name: ChannelName
  readonly data: z.ZodType<Data>
  /** Null where nobody carries them: they wait to be read where they are. */
  readonly job: JobKind<{ deliveryId: string }> | null
  /** Milliseconds after which a message that is still put off has failed. */
  readonly lifetime: number
}

/** A message to one place that does not exist yet. */
export interface DeliveryDraft<Data = unknown> {
  /** What is sent to whom, once: a second one with the same key is not made. Without one each is its own. */
  readonly key?: string | undefined
  readonly kind: string
  readonly locale: Locale
  /** Where it goes, as a person would name it: an address, the name of a phone. */
  readonly recipient: string
  /** The device or webhook. */
  readonly targetId?: string | undefined
  /** Whose history shows it. */
  readonly userId?: string | undefined
  readonly householdId?: string | undefined
  /** The message in the inbox that says the same. */
  readonly messageId?: string | undefined
  /** What it says, in one line of that history. */
  readonly title?: string | undefined
  readonly data: Data
}

export interface DeliveryRow {
  readonly id: string
  readonly channel: ChannelName
  /** Also what providers know it by, so that a repeated delivery is one message. */
  readonly key: string
  readonly userId: string | null
  readonly householdId: string | null
  readonly targetId: string | null
  readonly messageId: string | null
  readonly recipient: string
  readonly kind: string
  readonly locale: Locale
  readonly title: string
  readonly sealedData: string
  readonly createdAt: string
}

export interface Posted {
  readonly id: string
  /** Null where nobody carries it. */
  readonly jobId: string | null
}

/** What the other side made of it. */
export type Outcome =
  | { readonly is: 'sent'; readonly answer: string }
  /** It will never take this one. Somebody should look at it. */
  | { readonly is: 'refused'; readonly answer: string }
  /** There is nobody any more to whom it could go: nothing to look at. */
  | { readonly is: 'gone'; readonly answer: string }
  /** Not now; in so many milliseconds where it said so. */
  | { readonly is: 'later'; readonly answer: string; readonly afterMs?: number | undefined }
