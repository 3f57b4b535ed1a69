import { Injectable, Logger } from '@nestjs/common'
import { foldedMessages, reminderKeyText, type PlannedReminder } from '@streamline/domain'
import { outsideQuiet } from '@streamline/domain/send-time'
import { calendarDateIn } from '@streamline/domain/zone'
import { Clock } from '../../platform/clock/clock.ts'
import { isOutage } from '../../platform/postgres/outage.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import type { FollowedHousehold } from '../households/member.types.ts'
import { isOver } from './is-over.ts'
import { MessagesService } from './messages.service.ts'
import { ReminderReaderService, type Reminded } from './reminder-reader.service.ts'
import { ReminderRepository } from './reminder.repository.ts'
import type { ReminderRow } from './reminder.types.ts'

const BATCH = 100
/** Milliseconds and batches of one minute's question: at nine there are many, and other questions are to be asked as well. */
const PATIENCE = 20_000
const BATCHES = 100
const AT_ONCE = 4
/** Longer than the messages of one batch take; after it another worker sends them, and what its first owner still does is not kept. */
const LEASE = 30_000
/** Somebody writes in the household just now: the next minute comes soon enough. */
const ATTEMPTS = 3

type Due = ReminderRow & { readonly isLate: boolean; readonly planned: PlannedReminder }

/**
 * Sends what is due and not yet sent. Whether it still holds is asked once more right before, and nothing can change between that answer
 * and the commit that marks it sent and leaves the message: it is the same transaction.
 */
@Injectable()
export class ReminderSendingService {
  private readonly log = new Logger('Reminders')

  constructor(
    private readonly following: HouseholdFollowingService,
    private readonly reader: ReminderReaderService,
    private readonly messages: MessagesService,
    private readonly repository: ReminderRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** Answers how many were dealt with: sent, or taken away because they hold no more. */
  async sendDue(nowMs: number): Promise<number> {
    const lease = new Date(nowMs + LEASE).toISOString()
    const patience = performance.now() + PATIENCE
    let dealtWith = 0
    for (let batch = 0; batch < BATCHES && performance.now() < patience; batch++) {
      const due = await this.repository.claim(new Date(nowMs).toISOString(), lease, BATCH)
      if (due.length === 0) break
      dealtWith += await this.sendAll(due, lease)
    }
    return dealtWith
  }

  /** People beside each other: what takes long is reading what still holds. */
  private async sendAll(due: readonly ReminderRow[], lease: string): Promise<number> {
    const waiting = [...Map.groupBy(due, ({ memberId }) => memberId).values()]
    const sender = async (): Promise<number> => {
      let dealtWith = 0
      for (let own = waiting.shift(); own !== undefined; own = waiting.shift())
        dealtWith += await this.trySending(own, lease)
      return dealtWith
    }
    const done = await Promise.all(Array.from({ length: AT_ONCE }, sender))
    return done.reduce((all, one) => all + one, 0)
  }

  private async trySending(own: readonly ReminderRow[], lease: string): Promise<number> {
    try {
      return await this.sendTo(own, lease)
    } catch (error) {
      // A store that is away has been told already.
      if (!isOutage(error))
        this.log.error({ err: error, memberId: own[0]?.memberId }, 'Sending reminders failed')
      return 0
    }
  }

  /** Sent ones are known for more than a year, longer than any occasion is planned. */
  purge(nowMs: number): Promise<number> {
    return this.repository.purge(new Date(nowMs - 400 * 86_400_000).toISOString())
  }

  private async sendTo(rows: readonly ReminderRow[], lease: string): Promise<number> {
    const [first] = rows
    if (first === undefined) return 0
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const household = await this.following.one(first.householdId)
      if (household === undefined) return 0
      const done = await this.attempt(household, first.memberId, rows, lease)
      if (done !== null) return done
    }
    await this.repository.release(first.householdId, idsOf(rows), lease, null)
    return 0
  }

  /** Null where something changed meanwhile. */
  private async attempt(
    household: FollowedHousehold,
    memberId: string,
    rows: readonly ReminderRow[],
    lease: string,
  ): Promise<number | null> {
    const now = this.clock.now()
    const people = await this.following.peopleOf(household)
    const person = people.find((one) => one.memberId === memberId)
    if (person === undefined) return this.finish(household, lease, { rows, gone: rows }, async () => {})
    const reminded = await this.reader.read(person, people, now)
    const from = outsideQuiet(now, reminded.preferences, reminded.timeZone)
    if (from > now) {
      await this.repository.release(household.id, idsOf(rows), lease, new Date(from).toISOString())
      return 0
    }
    const today = calendarDateIn(now, reminded.timeZone)
    const due = stillDue(rows, reminded, now)
    const { messages } = foldedMessages(due, reminded.preferences.digest)
    const gone = rows.filter(({ id }) => !due.some((one) => one.id === id))
    return this.finish(household, lease, { rows, gone }, async (tx) => {
      await this.messages.leave(tx, person, reminded, { messages, today })
    })
  }

  private finish(
    household: FollowedHousehold,
    lease: string,
    { rows, gone }: { rows: readonly ReminderRow[]; gone: readonly ReminderRow[] },
    leave: (tx: Parameters<Parameters<Postgres['transaction']>[0]>[0]) => Promise<void>,
  ): Promise<number | null> {
    return this.postgres.transaction(async (tx) => {
      if (!(await this.following.isStill(tx, household))) return null
      const kept = rows.filter((row) => !gone.includes(row))
      const sent = await this.repository.sent(tx, household.id, idsOf(kept), lease, this.clock.nowIso())
      // The lease is over and somebody else has them: what is theirs is not said here as well.
      if (sent !== kept.length) throw new Error('Reminders were claimed by somebody else')
      await this.repository.remove(tx, household.id, idsOf(gone))
      await leave(tx)
      return rows.length
    })
  }
}

const idsOf = (rows: readonly ReminderRow[]) => rows.map(({ id }) => id)

/** Those that are still to be said today, and whether their day is over. */
const stillDue = (rows: readonly ReminderRow[], reminded: Reminded, now: number): Due[] => {
  const { planned, timeZone } = reminded
  const today = calendarDateIn(now, timeZone)
  const byKey = new Map(planned.map((one) => [reminderKeyText(one), one]))
  return rows.flatMap((row) => {
    const found = byKey.get(reminderKeyText(row))
    if (found === undefined || isOver(found, reminded, now)) return []
    return [{ ...row, planned: found, isLate: calendarDateIn(Date.parse(row.sendAt), timeZone) < today }]
  })
}
