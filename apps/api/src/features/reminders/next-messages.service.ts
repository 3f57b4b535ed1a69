import { Injectable } from '@nestjs/common'
import type { nextMessageSchema } from '@streamline/contract'
import { foldedMessages, reminderWays, type PlannedReminder, type ReminderWay } from '@streamline/domain'
import { sendTimeOf, wallTimeAt } from '@streamline/domain/send-time'
import { calendarDateIn } from '@streamline/domain/zone'
import type * as z from 'zod'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { PushService } from '../deliveries/push.service.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { WebhooksService } from '../webhooks/webhooks.service.ts'
import { ReminderReaderService, type Reminded } from './reminder-reader.service.ts'
import { ReminderRepository } from './reminder.repository.ts'
import { pushedOf } from './pushed.ts'
import { headlineIn, toldIn } from '../letters/reminder-words.ts'

type Message = z.infer<typeof nextMessageSchema>

const SHOWN = 10

type Timed = PlannedReminder & { readonly at: number; readonly isLate: false }

/** What somebody will be told next, and of what they want to hear nothing. */
@Injectable()
export class NextMessagesService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly following: HouseholdFollowingService,
    private readonly reader: ReminderReaderService,
    private readonly identity: IdentityService,
    private readonly push: PushService,
    private readonly webhooks: WebhooksService,
    private readonly subscriptions: SubscriptionsService,
    private readonly repository: ReminderRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor) {
    const household = this.households.require(actor, 'overview.read')
    const people = await this.following.peopleOf(household)
    const person = people.find(({ memberId }) => memberId === household.memberId)
    const now = this.clock.now()
    const to = await this.identity.addresseeOf(this.postgres, actor.userId)
    const isMailed = to !== undefined
    const isReached = {
      email: isMailed,
      inbox: true,
      push: await this.push.isReached(this.postgres, actor.userId),
      webhook: await this.webhooks.isReached(this.postgres, actor.userId),
    }
    if (person === undefined) return { timeZone: household.timeZone, isMailed, messages: [], muted: [] }
    const reminded = await this.reader.read(person, people, now)
    const locale = await this.identity.localeOf(actor.userId)
    const { timeZone, mutedIds } = reminded
    const sent = new Set(
      await this.repository.sentNews({ householdId: household.id, memberId: household.memberId }),
    )
    const messages = comingOf(reminded, now, sent)
      .slice(0, SHOWN)
      .map((parts) => presented(parts, reminded, { locale, isReached, householdId: household.id }))
    const names = await this.subscriptions.namesOf(mutedIds)
    const muted = mutedIds.map((id) => ({ subscriptionId: id, name: names.get(id) ?? '' }))
    return { timeZone, isMailed, messages, muted }
  }
}

/** Those whose time is still to come, as messages in their order: timed and folded as they are when they are sent. */
const comingOf = (reminded: Reminded, now: number, sentNews: ReadonlySet<string>): Timed[][] => {
  const coming = reminded
    .ahead()
    .filter(
      ({ kind, subjectId, on, sendOn }) => sendOn !== null || !sentNews.has(`${kind} ${subjectId} ${on}`),
    )
    .map((one): Timed => ({ ...one, at: sendTimeOf(one, reminded, now), isLate: false }))
    .filter(({ at }) => at >= now)
    .toSorted((a, b) => a.at - b.at)
  return [...Map.groupBy(coming, ({ at }) => at).values()].flatMap((ofThen) =>
    foldedMessages(ofThen, reminded.preferences.digest).messages.map((message) => [...message]),
  )
}

/** In the words of the contract. */
const pushOf = (...args: Parameters<typeof pushedOf>): NonNullable<Message['push']> => {
  const { subject: about, ...shown } = pushedOf(...args)
  return { ...shown, about }
}

const presented = (
  parts: readonly Timed[],
  { preferences, timeZone, said }: Reminded,
  {
    locale,
    isReached,
    householdId,
  }: { locale: Locale; isReached: Readonly<Record<ReminderWay, boolean>>; householdId: string },
): Message => {
  const [{ at } = { at: undefined }] = parts
  if (at === undefined) throw new Error('A message says something')
  const day = calendarDateIn(at, timeZone)
  const all = parts.map(({ occasion }) => said(occasion))
  const [first, ...rest] = parts
    .filter(({ kind }) => preferences.rules[kind].push)
    .map(({ occasion }) => said(occasion))
  const channels = reminderWays.filter(
    (way) => isReached[way] && parts.some(({ kind }) => preferences.rules[kind][way]),
  )
  return {
    at: new Date(at).toISOString(),
    on: day,
    time: wallTimeAt(at, timeZone),
    channels,
    title: headlineIn(all, day, locale),
    text: all.map((part) => toldIn(part, day, locale).text).join(' '),
    push: first === undefined ? null : pushOf([first, ...rest], { householdId, today: day, locale }),
    about: [...new Map(all.map((part) => [part.subscriptionId, part])).values()].flatMap(
      ({ subscriptionId, name }) => (subscriptionId === null ? [] : [{ subscriptionId, name }]),
    ),
  }
}
