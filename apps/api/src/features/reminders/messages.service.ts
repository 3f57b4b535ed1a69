import { Inject, Injectable } from '@nestjs/common'
import type { CalendarDate, PlannedReminder, ReminderKind, ReminderWay } from '@streamline/domain'
import { v5, v7 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { Outbox } from '../../platform/mail/outbox.ts'
import type { Tx } from '../../platform/postgres/postgres.ts'
import type { HouseholdPerson } from '../households/member.types.ts'
import { PushService } from '../deliveries/push.service.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { WebhooksService } from '../webhooks/webhooks.service.ts'
import { InboxRepository } from './inbox.repository.ts'
import { LetterLinksService } from './letter-links.service.ts'
import type { Reminded } from './reminder-reader.service.ts'
import { reminderMail } from './reminder.mail.ts'
import type { Said } from './reminder.types.ts'
import { headlineIn, kindNamesIn, letterLabelIn, toldIn } from './reminder-words.ts'
import { UnsubscribeLinksService } from './unsubscribe-links.service.ts'

/** Where somebody acts on what they were told. */
const pageOf = ({ kind, subscriptionId }: Pick<Said, 'kind' | 'subscriptionId'>): string => {
  if (kind === 'settlement') return '/money?tab=between'
  if (kind === 'joined' || kind === 'left') return '/settings/people'
  return subscriptionId === null ? '/home' : `/subscriptions/${subscriptionId}`
}

/** A reminder that is sent now. */
export interface DueReminder {
  readonly id: string
  readonly planned: PlannedReminder
}

interface Message {
  /** In the inbox, where it is there as well. */
  readonly id: string | undefined
  /** Of all that it says: what is sent again has it again. */
  readonly key: string
  readonly parts: readonly Said[]
}

const KEYS = '0f6f0c1e-2d0b-4f39-9a57-6f1f6fb3c4d2'

/** The ids of reminders are those of their keys (law 28). */
const keyOf = ({ userId }: HouseholdPerson, reminders: readonly DueReminder[]): string =>
  v5([userId, ...reminders.map(({ id }) => id).toSorted()].join(' '), KEYS)

/** Leaves a message where its reader finds it: part of the transaction that marks it sent. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly outbox: Outbox,
    private readonly push: PushService,
    private readonly webhooks: WebhooksService,
    private readonly identity: IdentityService,
    private readonly links: UnsubscribeLinksService,
    private readonly letters: LetterLinksService,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    outbox.register(reminderMail)
  }

  async leave(
    tx: Tx,
    person: HouseholdPerson,
    { preferences: { rules }, said }: Reminded,
    due: readonly DueReminder[],
    today: CalendarDate,
  ): Promise<void> {
    const by = (way: ReminderWay) => due.filter(({ planned }) => rules[planned.kind][way])
    const partsOf = (some: readonly DueReminder[]) => some.map(({ planned }) => said(planned.occasion))
    const messageId = v7()
    const kept = by('inbox')
    if (kept.length > 0) await this.keep(tx, person, messageId, partsOf(kept))
    const mailed = by('email')
    const message = (some: readonly DueReminder[]) => ({
      id: kept.length > 0 ? messageId : undefined,
      key: keyOf(person, some),
      parts: partsOf(some),
    })
    if (mailed.length > 0) await this.mail(tx, person, message(mailed), today)
    const pushed = by('push')
    if (pushed.length > 0) await this.toDevices(tx, person, message(pushed), today)
    const called = by('webhook')
    if (called.length > 0) await this.toWebhooks(tx, person, message(called), today)
  }

  private async keep(tx: Tx, person: HouseholdPerson, id: string, parts: readonly Said[]): Promise<void> {
    const { id: householdId, memberId, userId } = person
    await this.inbox.add(tx, { id, householdId, memberId, userId, parts, createdAt: this.clock.nowIso() })
  }

  private async mail(
    tx: Tx,
    person: HouseholdPerson,
    { id: messageId, key, parts }: Message,
    today: CalendarDate,
  ): Promise<void> {
    const { id: householdId, userId, name } = person
    const to = await this.identity.addresseeOf(tx, userId)
    if (to === undefined) return
    const locale = to.locale ?? 'en'
    const kinds = [...new Set(parts.map(({ kind }): ReminderKind => kind))]
    const subject = headlineIn(parts, today, locale)
    const letter = {
      subject,
      body: JSON.stringify(
        parts.flatMap((part) => this.bodyOf(person, part, today, locale, parts.length > 1)),
      ),
      household: name,
      stop: kindNamesIn(kinds, locale),
      settings: new URL('/settings/notifications', this.env.publicUrl).href,
      unsubscribe: this.links.linkFor({ userId, kinds }),
    }
    const shown = { key: v5('email', key), userId, householdId, messageId, title: subject }
    await this.outbox.post(tx, reminderMail, to, letter, shown)
  }

  private async toDevices(
    tx: Tx,
    { id: householdId, userId }: HouseholdPerson,
    { id: messageId, key, parts }: Message,
    today: CalendarDate,
  ): Promise<void> {
    const [first] = parts
    if (first === undefined) return
    const locale = await this.identity.localeOf(userId, tx)
    // The next word about the same takes the place of the one before; so does the next day's of a whole day.
    const tag = parts.length === 1 ? `${first.kind} ${first.subjectId} ${first.on}` : `several ${householdId}`
    const said = shortly(parts, first, today, locale)
    await this.push.post(tx, { ...said, userId, householdId, messageId, key, locale, tag })
  }

  private async toWebhooks(
    tx: Tx,
    { id: householdId, userId, name: household }: HouseholdPerson,
    { id: messageId, key, parts }: Message,
    today: CalendarDate,
  ): Promise<void> {
    const [first] = parts
    if (first === undefined) return
    const locale = await this.identity.localeOf(userId, tx)
    const said = shortly(parts, first, today, locale)
    await this.webhooks.post(tx, { ...said, userId, householdId, messageId, key, locale, household })
  }

  private bodyOf(
    person: HouseholdPerson,
    said: Said,
    today: CalendarDate,
    locale: Locale,
    isOneOfMany: boolean,
  ) {
    const { title, text } = toldIn(said, today, locale)
    const label = locale === 'hi' ? 'खोलें' : 'Open it'
    const link = { label, url: new URL(pageOf(said), this.env.publicUrl).href }
    const act = { label: letterLabelIn(said.kind, locale), url: this.letters.linkFor(person, said, title) }
    return [isOneOfMany ? `${title}. ${text}` : text, link, act]
  }
}

/** What is said where there is little room: one thing whole, of several each in a line. */
const shortly = (parts: readonly Said[], first: Said, today: CalendarDate, locale: Locale) => {
  const isOne = parts.length === 1
  const told = parts.map((part) => toldIn(part, today, locale))
  return {
    title: headlineIn(parts, today, locale),
    body: told.map(({ title, text }) => (isOne ? text : title)).join('\n'),
    path: isOne ? pageOf(first) : '/inbox',
    kind: first.kind,
  }
}
