import { Injectable, Logger } from '@nestjs/common'
import { addDays, reconcileReminders, type TimedReminder } from '@streamline/domain'
import { sendTimeOf } from '@streamline/domain/send-time'
import { calendarDateIn, startOfDay } from '@streamline/domain/zone'
import { v5 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import { isOutage } from '../../platform/postgres/outage.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import type { FollowedHousehold, HouseholdPerson } from '../households/member.types.ts'
import { ReminderReaderService, type Reminded } from './reminder-reader.service.ts'
import { ReminderRepository } from './reminder.repository.ts'
import type { ReminderRow } from './reminder.types.ts'

const DAY = 86_400_000
/** Days that are planned ahead: a standstill that is shorter has missed nothing that is not a row. */
const PLANNED = 9
/** Sent ones of older occasions are not asked for again: nothing plans them any more. */
const REMEMBERED_DAYS = 200
const BATCH = 100
/** Milliseconds that one minute's question may take, so that other questions are asked in time as well. */
const PATIENCE = 20_000
const ID_OF = '5b0b7e0e-7d3c-4f3e-9f43-4a9a3f0a7a10'

interface Planned extends TimedReminder {
  readonly householdId: string
  readonly memberId: string
}

/** Keeps the rows of reminders what they should be: after each change in a household, and once on each of its days. */
@Injectable()
export class ReminderPlanningService {
  private readonly log = new Logger('Reminders')

  constructor(
    private readonly following: HouseholdFollowingService,
    private readonly reader: ReminderReaderService,
    private readonly repository: ReminderRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** Several processes may do it at once. Answers how many households were followed; one that fails stops no other. */
  async planDue(nowMs: number): Promise<number> {
    let planned = 0
    const patience = performance.now() + PATIENCE
    for (let batch = BATCH; batch === BATCH && performance.now() < patience;) {
      const due = await this.following.due(new Date(nowMs).toISOString(), BATCH)
      batch = due.length
      const done = await this.planAll(due)
      planned += done
      // Those that fail are due again: they do not hold up the minute.
      if (done === 0) break
    }
    return planned
  }

  private async planAll(due: readonly FollowedHousehold[]): Promise<number> {
    let planned = 0
    for (const household of due)
      try {
        planned += Number(await this.plan(household))
      } catch (error) {
        // A store that is away has been told already.
        if (!isOutage(error))
          this.log.error({ err: error, householdId: household.id }, 'Planning reminders failed')
      }
    return planned
  }

  async plan(household: FollowedHousehold): Promise<boolean> {
    const now = this.clock.now()
    const people = await this.following.peopleOf(household)
    const wanted: Planned[] = []
    let isEmpty = true
    const reading = this.reader.readingOf(household)
    for (const person of people) {
      const reminded = await this.reader.read(person, people, now, reading)
      isEmpty &&= reminded.isEmpty
      wanted.push(...timed(person, reminded, now))
    }
    const until = now + PLANNED * DAY
    const tomorrow = addDays(calendarDateIn(now, household.timeZone), 1)
    const followAt = isEmpty ? null : new Date(startOfDay(tomorrow, household.timeZone)).toISOString()
    return this.postgres.transaction(async (tx) => {
      const plannedUntil = new Date(until).toISOString()
      if (!(await this.following.followed(tx, household, { followAt, plannedUntil }))) return false
      await this.bring(
        tx,
        household,
        wanted.filter(({ sendAt }) => sendAt <= until),
        now,
      )
      return true
    })
  }

  private async bring(
    tx: Tx,
    household: FollowedHousehold,
    wanted: readonly Planned[],
    now: number,
  ): Promise<void> {
    const since = addDays(calendarDateIn(now, household.timeZone), -REMEMBERED_DAYS)
    const rows = await this.repository.ofHousehold(tx, household.id, since)
    const plannedUntil = household.plannedUntil === null ? null : Date.parse(household.plannedUntil)
    for (const memberId of new Set([...rows, ...wanted].map((one) => one.memberId))) {
      const own = rows.filter((row) => row.memberId === memberId).map(storedOf)
      const changes = reconcileReminders(
        wanted.filter((one) => one.memberId === memberId),
        own,
        { now, plannedUntil },
      )
      await this.repository.add(tx, changes.added.map(newRow))
      await this.repository.move(
        tx,
        household.id,
        changes.moved.map(({ id, sendAt }) => ({ id, sendAt: iso(sendAt) })),
      )
      await this.repository.remove(tx, household.id, changes.removed)
    }
  }
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()

const timed = (person: HouseholdPerson, reminded: Reminded, now: number): Planned[] =>
  reminded.planned.map((one) => {
    const { kind, subjectId, on, lead, sendOn } = one
    const sendAt = sendTimeOf(one, reminded, now)
    const key = { kind, subjectId, on, lead }
    return { ...key, householdId: person.id, memberId: person.memberId, sendAt, isFloating: sendOn === null }
  })

const storedOf = ({ id, kind, subjectId, on, lead, sendAt, sentAt }: ReminderRow) => ({
  id,
  kind,
  subjectId,
  on,
  lead,
  sendAt: Date.parse(sendAt),
  isSent: sentAt !== null,
})

/** The id is that of the key: whoever plans it names it alike. */
const newRow = ({ householdId, memberId, kind, subjectId, on, lead, sendAt }: Planned) => ({
  id: v5(`${memberId} ${kind} ${subjectId} ${on} ${lead}`, ID_OF),
  householdId,
  memberId,
  kind,
  subjectId,
  occursOn: on,
  lead,
  sendAt: iso(sendAt),
})
