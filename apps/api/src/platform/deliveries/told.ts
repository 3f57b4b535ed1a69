import { reminderKinds, type CalendarDate } from '@streamline/domain'
import { v5 } from 'uuid'
import * as z from 'zod'
import type { Locale } from '../mail/letter.ts'
import type { DeliveryDraft } from './delivery.types.ts'

/** Whom it was for and what it tells of, by which who left it finds out whether that still holds when it leaves late. */
export const aboutSchema = z.strictObject({
  memberId: z.uuid(),
  reminders: z.array(
    z.strictObject({
      kind: z.enum(reminderKinds),
      subjectId: z.uuid(),
      on: z.iso.date().transform((date) => date as CalendarDate),
      lead: z.int(),
    }),
  ),
})

export type About = z.infer<typeof aboutSchema>

/** What is told at each of several places: phones, browsers, webhooks. */
export interface Told {
  readonly kind: string
  readonly title: string
  readonly body: string
  /** Page of ours where it is acted on. */
  readonly path: string
  readonly locale: Locale
  /** The same for what is sent again. */
  readonly key: string
  readonly householdId?: string | undefined
  /** The message in the inbox that says the same. */
  readonly messageId?: string | undefined
  readonly about?: About | undefined
}

/** A place where things are told, as its owner named it. */
interface Place {
  readonly id: string
  readonly name: string
}

/** One thing told at one place, in the history of `userId`. */
export const draftFor = <Data>(
  { kind, locale, key, householdId, messageId, title }: Told,
  { id: targetId, name: recipient }: Place,
  { userId, data }: { userId?: string | undefined; data: Data },
): DeliveryDraft<Data> => ({
  key: v5(targetId, key),
  kind,
  locale,
  recipient,
  targetId,
  userId,
  householdId,
  messageId,
  title,
  data,
})
