import { Injectable } from '@nestjs/common'
import type { contract, inboxItemSchema } from '@streamline/contract'
import { addDays, type CalendarDate, type Occasion } from '@streamline/domain'
import { calendarDateIn } from '@streamline/domain/zone'
import type * as z from 'zod'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { beforeOf, pageOfRows } from '../../platform/http/id-page.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { InboxRepository, type InboxRow } from './inbox.repository.ts'
import { PreferencesService } from './preferences.service.ts'
import { ReminderRepository } from './reminder.repository.ts'
import { headlineOf, toldLaterIn } from '../letters/reminder-words.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import { ReminderReaderService } from './reminder-reader.service.ts'
import { standingOf } from './standing.ts'

type Inbox = typeof contract.inbox
type Item = z.infer<typeof inboxItemSchema>

interface View {
  readonly locale: Locale
  readonly timeZone: string | null
  readonly open: ReadonlyMap<string, string>
  /** What holds in each household, by its id. */
  readonly holding: ReadonlyMap<string, readonly Occasion[]>
}

const KEPT = 180 * 86_400_000

/** Messages to one person, of all their households. */
@Injectable()
export class InboxService {
  constructor(
    private readonly repository: InboxRepository,
    private readonly reminders: ReminderRepository,
    private readonly preferences: PreferencesService,
    private readonly households: HouseholdsService,
    private readonly following: HouseholdFollowingService,
    private readonly reader: ReminderReaderService,
    private readonly billing: BillingReaderService,
    private readonly identity: IdentityService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async list({ userId }: Actor, { limit = 20, cursor }: Call<Inbox['list']>['input']) {
    const [rows, unread] = await Promise.all([
      this.repository.list(userId, beforeOf(cursor), limit + 1),
      this.repository.unread(userId),
    ])
    const view = await this.viewOf(userId, rows)
    return { ...pageOfRows(rows, limit, (row) => this.present(row, view)), unread }
  }

  async markRead({ userId }: Actor, { ids }: Call<Inbox['markRead']>['input']) {
    await this.repository.markRead(userId, ids ?? null, this.clock.nowIso())
    return { unread: await this.repository.unread(userId) }
  }

  /** Of all that it says: each occasion is silent until that day. */
  async snooze({ userId }: Actor, { id, days }: Call<Inbox['snooze']>['input']): Promise<Item> {
    const timeZone = await this.zoneOf(userId)
    const snoozed = await this.postgres.transaction(async (tx) => {
      const row = await this.repository.one(userId, id, tx)
      if (row === undefined) throw new ProblemError('not-found')
      const untilOn = addDays(this.today(row, timeZone), days)
      await this.repository.snooze(tx, userId, id, untilOn, this.clock.nowIso())
      const snoozes = row.parts.map(({ kind, subjectId, on }) => ({ kind, subjectId, on, untilOn }))
      await this.reminders.snooze(tx, row, snoozes)
      await this.households.touch(tx, row.householdId)
      return (await this.repository.one(userId, id, tx)) ?? row
    })
    return this.present(snoozed, await this.viewOf(userId, [snoozed]))
  }

  purge(nowMs: number): Promise<number> {
    return this.repository.purge(new Date(nowMs - KEPT).toISOString())
  }

  private async viewOf(userId: string, rows: readonly InboxRow[]): Promise<View> {
    const [locale, timeZone, open, holding] = await Promise.all([
      this.identity.localeOf(userId),
      this.zoneOf(userId),
      this.openOf(rows),
      this.holdingOf(rows),
    ])
    return { locale, timeZone, open, holding }
  }

  /** Read once for each household, however many messages are of it. */
  private async holdingOf(rows: readonly InboxRow[]): Promise<View['holding']> {
    const byHousehold = new Map(rows.map(({ householdId, memberId }) => [householdId, memberId]))
    const holding = [...byHousehold].map(async ([householdId, memberId]) => {
      const household = await this.following.one(householdId)
      const people = household === undefined ? [] : await this.following.peopleOf(household)
      const person = people.find((one) => one.memberId === memberId)
      if (person === undefined) return [householdId, []] as const
      const { occasions } = await this.reader.read(person, people, this.clock.now())
      return [householdId, occasions] as const
    })
    return new Map(await Promise.all(holding))
  }

  private async zoneOf(userId: string): Promise<string | null> {
    return (await this.preferences.of(userId)).timeZone
  }

  private today({ timeZone }: InboxRow, own: string | null): CalendarDate {
    return calendarDateIn(this.clock.now(), own ?? timeZone)
  }

  /** Bills that can still be paid where they are told. */
  private openOf(rows: readonly InboxRow[]): Promise<ReadonlyMap<string, string>> {
    return this.billing.openOfTold(
      rows.flatMap(({ householdId, parts }) =>
        parts
          .filter(({ kind }) => kind === 'due' || kind === 'overdue')
          .map(({ subjectId, on }) => ({ householdId, subjectId, on })),
      ),
    )
  }

  private present(row: InboxRow, { locale, timeZone, open, holding }: View): Item {
    const readOn = this.today(row, timeZone)
    const { id, householdId, householdName, parts, createdAt, readAt, snoozedUntil } = row
    const saidOn = calendarDateIn(Date.parse(createdAt), timeZone ?? row.timeZone)
    const told = parts.map((part) => {
      const standing = standingOf(part, holding.get(householdId) ?? [], readOn)
      return { part, standing, ...toldLaterIn(part, { saidOn, readOn }, standing, locale) }
    })
    // What still asks something stands for the rest.
    const first = told.toSorted((a, b) => Number(a.standing !== 'open') - Number(b.standing !== 'open'))
    return {
      id,
      householdId,
      householdName,
      title: headlineOf(first, locale),
      parts: told.map(({ part, standing, title, text }) => ({
        title,
        text,
        standing,
        kind: part.kind,
        subscriptionId: part.subscriptionId,
        name: part.name,
        chargeId: open.get(`${part.subjectId} ${part.on}`) ?? null,
        on: part.on,
      })),
      createdAt: new Date(createdAt).toISOString(),
      readAt: readAt === null ? null : new Date(readAt).toISOString(),
      snoozedUntil: snoozedUntil as CalendarDate | null,
    }
  }
}
