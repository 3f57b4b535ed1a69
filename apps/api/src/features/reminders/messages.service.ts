import { Inject, Injectable } from '@nestjs/common'
import type { CalendarDate, Occasion, ReminderKind } from '@streamline/domain'
import { v7 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { Outbox } from '../../platform/mail/outbox.ts'
import type { Tx } from '../../platform/postgres/postgres.ts'
import type { HouseholdPerson } from '../households/member.types.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { InboxRepository } from './inbox.repository.ts'
import type { Reminded } from './reminder-reader.service.ts'
import { reminderMail } from './reminder.mail.ts'
import type { Said } from './reminder.types.ts'
import { headlineIn, kindNamesIn, toldIn } from './reminder-words.ts'
import { UnsubscribeLinksService } from './unsubscribe-links.service.ts'

/** Where somebody acts on what they were told. */
const pageOf = ({ subscriptionId }: Pick<Said, 'subscriptionId'>): string =>
  subscriptionId === null ? '/home' : `/subscriptions/${subscriptionId}`

/** Leaves a message where its reader finds it: part of the transaction that marks it sent. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly outbox: Outbox,
    private readonly identity: IdentityService,
    private readonly links: UnsubscribeLinksService,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    outbox.register(reminderMail)
  }

  async leave(
    tx: Tx,
    person: HouseholdPerson,
    { preferences: { rules }, said }: Reminded,
    occasions: readonly Occasion[],
    today: CalendarDate,
  ): Promise<void> {
    const of = (channel: 'email' | 'inbox') => occasions.filter(({ kind }) => rules[kind][channel]).map(said)
    const parts = of('inbox')
    const { id: householdId, memberId, userId } = person
    if (parts.length > 0)
      await this.inbox.add(tx, {
        id: v7(),
        householdId,
        memberId,
        userId,
        parts,
        createdAt: this.clock.nowIso(),
      })
    const mailed = of('email')
    if (mailed.length > 0) await this.mail(tx, person, mailed, today)
  }

  private async mail(
    tx: Tx,
    person: HouseholdPerson,
    parts: readonly Said[],
    today: CalendarDate,
  ): Promise<void> {
    const to = await this.identity.addresseeOf(tx, person.userId)
    if (to === undefined) return
    const locale = to.locale ?? 'en'
    const kinds = [...new Set(parts.map(({ kind }): ReminderKind => kind))]
    await this.outbox.post(tx, reminderMail, to, {
      subject: headlineIn(parts, today, locale),
      body: JSON.stringify(parts.flatMap((part) => this.bodyOf(part, today, locale, parts.length > 1))),
      household: person.name,
      stop: kindNamesIn(kinds, locale),
      settings: new URL('/settings/notifications', this.env.publicUrl).href,
      unsubscribe: this.links.linkFor({ userId: person.userId, kinds }),
    })
  }

  private bodyOf(said: Said, today: CalendarDate, locale: Locale, isOneOfMany: boolean) {
    const { title, text } = toldIn(said, today, locale)
    const label = locale === 'hi' ? 'खोलें' : 'Open it'
    const link = { label, url: new URL(pageOf(said), this.env.publicUrl).href }
    return [isOneOfMany ? `${title}. ${text}` : text, link]
  }
}
