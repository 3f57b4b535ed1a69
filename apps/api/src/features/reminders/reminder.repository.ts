import { Injectable } from '@nestjs/common'
import type { CalendarDate, Snooze } from '@streamline/domain'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { reminderStatements as statements } from './reminder.statements.ts'
import type { ReminderRow } from './reminder.types.ts'

export interface NewReminder extends Pick<
  ReminderRow,
  'id' | 'householdId' | 'memberId' | 'kind' | 'subjectId' | 'lead'
> {
  readonly occursOn: CalendarDate
  readonly sendAt: string
}

/** Whose they are. */
export interface Whose {
  readonly householdId: string
  readonly memberId: string
}

interface Wish {
  readonly id: string
  readonly muted: boolean
  readonly leadDays: readonly number[] | null
}

/** What somebody wants of single subscriptions, by their ids. */
export interface SubscriptionWishes {
  readonly muted: ReadonlySet<string>
  readonly leadDays: ReadonlyMap<string, readonly number[]>
}

@Injectable()
export class ReminderRepository {
  constructor(private readonly postgres: Postgres) {}

  ofHousehold(tx: Tx, householdId: string, since: CalendarDate): Promise<ReminderRow[]> {
    return tx.query<ReminderRow>(statements.ofHousehold, [householdId, since])
  }

  async add(tx: Tx, rows: readonly NewReminder[]): Promise<void> {
    if (rows.length > 0) await tx.query(statements.add, [JSON.stringify(rows)])
  }

  async move(tx: Tx, householdId: string, rows: readonly { id: string; sendAt: string }[]): Promise<void> {
    if (rows.length === 0) return
    await tx.query(statements.move, [householdId, JSON.stringify(rows), rows.map(({ id }) => id)])
  }

  async remove(tx: Tx, householdId: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(statements.remove, [householdId, ids])
  }

  /** What is due and not yet sent of some people; theirs alone until `leasedUntil`. */
  claim(now: string, leasedUntil: string, most: number): Promise<ReminderRow[]> {
    return this.postgres.query<ReminderRow>(statements.claim, [now, leasedUntil, most])
  }

  /** Gives back what was claimed; with an instant it is due then. */
  async release(
    householdId: string,
    ids: readonly string[],
    leasedUntil: string,
    sendAt: string | null,
  ): Promise<void> {
    await this.postgres.query(statements.release, [householdId, ids, leasedUntil, sendAt])
  }

  /** Those that were still this worker's to send. */
  async sent(
    tx: Tx,
    householdId: string,
    ids: readonly string[],
    leasedUntil: string,
    at: string,
  ): Promise<number> {
    return (await tx.query(statements.sent, [householdId, ids, leasedUntil, at])).length
  }

  /** The last lead that was sent, by kind, subject and day. */
  async latestLeads(
    { householdId, memberId }: Whose,
    keys: readonly Pick<ReminderRow, 'subjectId'>[],
  ): Promise<ReadonlyMap<string, number>> {
    const subjects = [...new Set(keys.map(({ subjectId }) => subjectId))]
    const rows = await this.postgres.query<{ occasion: string; lead: number }>(statements.latestLeads, [
      householdId,
      memberId,
      subjects,
    ])
    return new Map(rows.map(({ occasion, lead }) => [occasion, lead]))
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [before])).length
  }

  snoozes({ householdId, memberId }: Whose): Promise<Snooze[]> {
    return this.postgres.query<Snooze>(statements.snoozes, [householdId, memberId])
  }

  async snooze(tx: Tx, { householdId, memberId }: Whose, snoozes: readonly Snooze[]): Promise<void> {
    const rows = snoozes.map(({ kind, subjectId, on: occursOn, untilOn }) => ({
      householdId,
      memberId,
      kind,
      subjectId,
      occursOn,
      untilOn,
    }))
    await tx.query(statements.snooze, [JSON.stringify(rows)])
  }

  async sentNews({ householdId, memberId }: Whose): Promise<string[]> {
    const rows = await this.postgres.query<{ occasion: string }>(statements.sentNews, [householdId, memberId])
    return rows.map(({ occasion }) => occasion)
  }

  async wishes({ householdId, memberId }: Whose): Promise<SubscriptionWishes> {
    const rows = await this.postgres.query<Wish>(statements.wishes, [householdId, memberId])
    return {
      muted: new Set(rows.flatMap(({ id, muted }) => (muted ? [id] : []))),
      leadDays: new Map(rows.flatMap(({ id, leadDays }) => (leadDays === null ? [] : [[id, leadDays]]))),
    }
  }

  async mute(on: Queries, { householdId, memberId }: Whose, subscriptionId: string): Promise<void> {
    await on.query(statements.mute, [JSON.stringify([{ householdId, memberId, subscriptionId }])])
  }

  async unmute(on: Queries, { householdId, memberId }: Whose, subscriptionId: string): Promise<void> {
    await on.query(statements.unmute, [householdId, memberId, subscriptionId])
  }

  /** Null is as for all others. */
  async lead(
    on: Queries,
    { householdId, memberId }: Whose,
    subscriptionId: string,
    leadDays: readonly number[] | null,
  ): Promise<void> {
    await (leadDays === null
      ? on.query(statements.leadAsUsual, [householdId, memberId, subscriptionId])
      : on.query(statements.lead, [JSON.stringify([{ householdId, memberId, subscriptionId, leadDays }])]))
  }
}
