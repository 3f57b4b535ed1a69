import { Inject, Injectable } from '@nestjs/common'
import {
  reminderKeyText,
  type CalendarDate,
  type PlannedReminder,
  type ReminderKind,
  type ReminderWay,
} from '@streamline/domain'
import { v5, v7 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import type { About } from '../../platform/deliveries/told.ts'
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
import { reminderMail } from '../letters/reminder.mail.ts'
import type { Said } from '../letters/said.types.ts'
import { datedIn, headlineIn, kindNamesIn, letterLabelIn, toldIn } from '../letters/reminder-words.ts'
import { pageOf, pushedOf, shortly } from './pushed.ts'
import { UnsubscribeLinksService } from './unsubscribe-links.service.ts'

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
  readonly parts: readonly [Said, ...Said[]]
  readonly about: About
}

const KEYS = '0f6f0c1e-2d0b-4f39-9a57-6f1f6fb3c4d2'

/** The ids of reminders are those of their keys (law 28). */
const keyOf = ({ userId }: HouseholdPerson, reminders: readonly DueReminder[]): string =>
  v5([userId, ...reminders.map(({ id }) => id).toSorted()].join(' '), KEYS)

/** The same whoever of the household is told. */
const keyForAll = ({ id }: HouseholdPerson, reminders: readonly PlannedReminder[]): string =>
  v5([id, ...reminders.map(reminderKeyText).toSorted()].join(' '), KEYS)

const aboutOf = ({ memberId }: HouseholdPerson, reminders: readonly PlannedReminder[]): About => ({
  memberId,
  reminders: reminders.map(({ kind, subjectId, on, lead }) => ({ kind, subjectId, on, lead })),
})

/** What a message has beside what it says. */
const envelopeOf = (
  { id: householdId }: HouseholdPerson,
  { id: messageId, key, about }: Message,
  locale: Locale,
) => ({ householdId, messageId, key, locale, about })

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

  /** All messages of one person: each way is asked once where they go, and left all that goes by it. */
  async leave(
    tx: Tx,
    person: HouseholdPerson,
    { preferences: { rules }, said, saidToAll }: Reminded,
    { messages, today }: { messages: readonly (readonly DueReminder[])[]; today: CalendarDate },
  ): Promise<void> {
    const told = messages.map((due) => {
      const by = (way: ReminderWay) => due.filter(({ planned }) => rules[planned.kind][way])
      return { messageId: v7(), by }
    })
    const those = (way: ReminderWay): Message[] =>
      told.flatMap(({ messageId, by }) => {
        const some = by(way)
        const planned = some.map((one) => one.planned)
        const [first, ...rest] = planned.map(({ occasion }) => said(occasion))
        if (first === undefined) return []
        const id = by('inbox').length > 0 ? messageId : undefined
        const about = aboutOf(person, planned)
        return [{ id, key: keyOf(person, some), parts: [first, ...rest], about }]
      })
    await this.keep(tx, person, those('inbox'))
    await this.mail(tx, person, those('email'), today)
    const [pushed, called] = [those('push'), those('webhook')]
    const locale = await this.identity.localeOf(person.userId, tx)
    const shown = (message: Message) => ({
      ...envelopeOf(person, message, locale),
      ...shortly(message.parts, today, locale),
    })
    await this.push.post(
      tx,
      person.userId,
      pushed.map((message) => ({
        ...envelopeOf(person, message, locale),
        ...pushedOf(message.parts, { householdId: person.id, today, locale }),
      })),
    )
    const household = person.name
    await this.webhooks.post(
      tx,
      person.userId,
      called.map((message) => ({ ...shown(message), household })),
    )
    await this.webhooks.postToHousehold(tx, person.id, () =>
      forAll(person, saidToAll, messages).map((message) => ({ ...shown(message), household })),
    )
  }

  private async keep(tx: Tx, person: HouseholdPerson, messages: readonly Message[]): Promise<void> {
    const { id: householdId, memberId, userId } = person
    const createdAt = this.clock.nowIso()
    await this.inbox.add(
      tx,
      messages.map(({ id = v7(), parts }) => ({ id, householdId, memberId, userId, parts, createdAt })),
    )
  }

  private async mail(
    tx: Tx,
    person: HouseholdPerson,
    messages: readonly Message[],
    today: CalendarDate,
  ): Promise<void> {
    if (messages.length === 0) return
    const to = await this.identity.addresseeOf(tx, person.userId)
    if (to === undefined) return
    const locale = to.locale ?? 'en'
    await this.outbox.postAll(
      tx,
      reminderMail,
      to,
      messages.map((message) => this.letterOf(person, message, today, locale)),
    )
  }

  private letterOf(
    person: HouseholdPerson,
    { id: messageId, key, parts }: Message,
    today: CalendarDate,
    locale: Locale,
  ) {
    const { id: householdId, userId, name } = person
    const kinds = [...new Set(parts.map(({ kind }): ReminderKind => kind))]
    const subject = headlineIn(parts, today, locale)
    const data = {
      subject,
      body: JSON.stringify(
        parts.flatMap((part) => this.bodyOf(person, part, today, locale, parts.length > 1)),
      ),
      household: name,
      stop: kindNamesIn(kinds, locale),
      settings: new URL('/settings/notifications', this.env.publicUrl).href,
      unsubscribe: this.links.linkFor({ userId, kinds }),
    }
    return { data, shown: { key: v5('email', key), userId, householdId, messageId, title: subject } }
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
    // The page may be opened on any day of the month that follows.
    const { title: dated } = datedIn(said, today, locale)
    const act = { label: letterLabelIn(said.kind, locale), url: this.letters.linkFor(person, said, dated) }
    return [isOneOfMany ? `${title}. ${text}` : text, link, act]
  }
}

/** What everybody of the household may hear of some messages to one of them. */
const forAll = (
  person: HouseholdPerson,
  saidToAll: Reminded['saidToAll'],
  messages: readonly (readonly DueReminder[])[],
): Message[] =>
  messages.flatMap((due) => {
    const planned = due.map((one) => one.planned).filter(({ occasion }) => saidToAll(occasion) !== null)
    const [first, ...rest] = planned.flatMap(({ occasion }) => saidToAll(occasion) ?? [])
    if (first === undefined) return []
    const about = aboutOf(person, planned)
    return [{ id: undefined, key: keyForAll(person, planned), parts: [first, ...rest], about }]
  })
