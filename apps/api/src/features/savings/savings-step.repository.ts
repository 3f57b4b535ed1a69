import { Injectable } from '@nestjs/common'
import type { CalendarDate, Money } from '@streamline/domain'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { insertRows, selectList } from '../../platform/postgres/row-columns.ts'
import { savingsSteps } from './savings-step.table.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What a step is about, with the names of the day on which it was accepted. */
export interface StepAbout {
  readonly subscription: Named | null
  readonly plan: Named | null
  readonly service: Named | null
  readonly memberIds: readonly string[]
  /** Subscriptions that had the plan already. */
  readonly before: readonly string[]
  /** Of the set that it was accepted with. */
  readonly saving: Money
}

export interface SavingsStepRow extends Omit<
  typeof savingsSteps.$inferSelect,
  'onDay' | 'acceptedOn' | 'about' | 'kind'
> {
  readonly kind: 'cancel' | 'recharge' | 'port' | 'begin' | 'claim'
  readonly onDay: CalendarDate
  readonly acceptedOn: CalendarDate
  readonly about: StepAbout
}

export const savingsStepStatements = {
  ofHousehold: {
    name: 'savings-steps.of-household',
    text: `select ${selectList(savingsSteps, 's')} from savings_steps s
      where s.household_id = $1 and s.dismissed_at is null order by s.on_day, s.id`,
  },
  one: {
    name: 'savings-steps.one',
    text: `select ${selectList(savingsSteps, 's')} from savings_steps s where s.household_id = $1 and s.id = $2`,
  },
  // What was accepted already stays as it was, unless its day is another one now or somebody had dismissed it.
  accept: {
    name: 'savings-steps.accept',
    text: `${insertRows(savingsSteps, 's')} on conflict (household_id, step_key) do update
      set on_day = excluded.on_day, accepted_by = excluded.accepted_by, accepted_on = excluded.accepted_on,
        of_private = excluded.of_private, about = excluded.about, dismissed_at = null
      where s.dismissed_at is not null or s.on_day <> excluded.on_day`,
  },
  dismiss: {
    name: 'savings-steps.dismiss',
    text: 'update savings_steps set dismissed_at = $3 where household_id = $1 and id = $2',
  },
  eraseOf: {
    name: 'savings-steps.erase-of',
    text: 'delete from savings_steps where household_id = $1 and accepted_by = $2 and of_private',
  },
} as const

@Injectable()
export class SavingsStepRepository {
  constructor(private readonly postgres: Postgres) {}

  /** Those that are accepted, in order of the day. */
  ofHousehold(householdId: string): Promise<SavingsStepRow[]> {
    return this.postgres.query(savingsStepStatements.ofHousehold, [householdId])
  }

  async one(householdId: string, id: string): Promise<SavingsStepRow | undefined> {
    const [row] = await this.postgres.query<SavingsStepRow>(savingsStepStatements.one, [householdId, id])
    return row
  }

  async accept(tx: Tx, rows: readonly SavingsStepRow[]): Promise<void> {
    await tx.query(savingsStepStatements.accept, [JSON.stringify(rows)])
  }

  /** Null takes it back. */
  async dismiss(tx: Tx, householdId: string, id: string, at: string | null): Promise<void> {
    await tx.query(savingsStepStatements.dismiss, [householdId, id, at])
  }

  /** What rests on what only that member sees. */
  async eraseOf(tx: Tx, householdId: string, memberId: string): Promise<void> {
    await tx.query(savingsStepStatements.eraseOf, [householdId, memberId])
  }
}
