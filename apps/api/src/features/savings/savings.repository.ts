import { needsSchema, savingsResultSchema, type cheapestSchema } from '@streamline/contract'
import { Injectable } from '@nestjs/common'
import type * as z from 'zod'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { selectList } from '../../platform/postgres/row-columns.ts'
import type { SavingsStepRow } from './savings-step.repository.ts'
import { savingsSteps } from './savings-step.table.ts'
import type { WantedBothRow } from './wanted-both.repository.ts'

export type NeedsAnswer = z.infer<typeof needsSchema>
export type SavingsResult = z.infer<typeof savingsResultSchema>

/** Whose savings they are. */
export interface SavingsOwner {
  readonly householdId: string
  readonly memberId: string
}

export interface SavingsRow {
  readonly needs: NeedsAnswer | null
  readonly needsNumber: number
  readonly jobId: string | null
  readonly madeKey: string | null
  readonly result: SavingsResult | null
}

/** What the first screen tells of the cheapest set. */
export type CheapestAnswer = z.infer<typeof cheapestSchema>

/** All of savings that the first screen needs. */
export interface SavingsHomeRow {
  readonly needsNumber: number | null
  readonly madeKey: string | null
  readonly cheapest: CheapestAnswer | null
  readonly steps: SavingsStepRow[]
  readonly both: Pick<WantedBothRow, 'firstId' | 'secondId' | 'isWanted'>[]
}

const NOTHING: SavingsRow = { needs: null, needsNumber: 0, jobId: null, madeKey: null, result: null }

/** What an earlier release wrote lacks what came later: needs have a default for it, a result is worked out anew where it has none. */
const readAgain = (row: SavingsRow): SavingsRow => ({
  ...row,
  needs: row.needs === null ? null : needsSchema.parse(row.needs),
  result: row.result === null ? null : (savingsResultSchema.safeParse(row.result).data ?? null),
})

export const savingsStatements = {
  of: {
    name: 'savings.of',
    text: `select needs, needs_number as "needsNumber", job_id as "jobId", made_key as "madeKey", result
      from savings where household_id = $1 and member_id = $2`,
  },
  // One question for all of it, so that the first screen waits for one more and no other.
  home: {
    name: 'savings.home',
    text: `select s.needs_number as "needsNumber", s.made_key as "madeKey", s.cheapest,
        (select coalesce(jsonb_agg(a order by a."onDay", a.id), '[]') from (
          select ${selectList(savingsSteps, 'o')} from savings_steps o
          where o.household_id = $1 and o.dismissed_at is null) a) as steps,
        (select coalesce(jsonb_agg(jsonb_build_object('firstId', w.first_id, 'secondId', w.second_id,
          'isWanted', w.is_wanted)), '[]') from wanted_both w where w.household_id = $1) as both
      from (select 1) one left join savings s on s.household_id = $1 and s.member_id = $2`,
  },
  work: {
    name: 'savings.work',
    text: `insert into savings (household_id, member_id, job_id) values ($1, $2, $3)
      on conflict (household_id, member_id) do update set job_id = excluded.job_id`,
  },
  setNeeds: {
    name: 'savings.set-needs',
    text: `insert into savings as s (household_id, member_id, needs, needs_number) values ($1, $2, $3::jsonb, 1)
      on conflict (household_id, member_id) do update
        set needs = excluded.needs, needs_number = s.needs_number + 1`,
  },
  stop: {
    name: 'savings.stop',
    text: 'update savings set job_id = null where household_id = $1 and member_id = $2',
  },
  // One that was told to stop, or began anew with other needs, has nothing to say any more.
  save: {
    name: 'savings.save',
    text: `update savings set result = $4::jsonb, made_key = $5, cheapest = $6::jsonb, job_id = null
      where household_id = $1 and member_id = $2 and needs_number = $3 and job_id is not null`,
  },
  // After a write that changes nothing of what savings are worked out of: those that were fresh before it are fresh.
  staysTrue: {
    name: 'savings.stays-true',
    text: `update savings s
      set made_key = h.content_revision || substr(s.made_key, strpos(s.made_key, ' '))
      from households h
      where s.household_id = $1 and h.id = s.household_id
        and split_part(s.made_key, ' ', 1) = (h.content_revision - 1)::text`,
  },
  erase: { name: 'savings.erase', text: 'delete from savings where household_id = $1' },
} as const

/** A set that is not better, or not proven, is no advice. */
const cheapestOf = ({ set }: SavingsResult): CheapestAnswer | null =>
  set === null || !set.isBetter || set.saving.amount <= 0 || set.proof.status !== 'optimal'
    ? null
    : {
        perYear: set.saving,
        now: set.now.total,
        after: set.best.total,
        hasOldPrices: set.oldPrices.length > 0,
      }

@Injectable()
export class SavingsRepository {
  constructor(private readonly postgres: Postgres) {}

  async of({ householdId, memberId }: SavingsOwner, on: Queries = this.postgres): Promise<SavingsRow> {
    const [row] = await on.query<SavingsRow>(savingsStatements.of, [householdId, memberId])
    return row === undefined ? NOTHING : readAgain(row)
  }

  async home({ householdId, memberId }: SavingsOwner): Promise<SavingsHomeRow> {
    const [row] = await this.postgres.query<SavingsHomeRow>(savingsStatements.home, [householdId, memberId])
    return row ?? { needsNumber: null, madeKey: null, cheapest: null, steps: [], both: [] }
  }

  async work(tx: Tx, { householdId, memberId }: SavingsOwner, jobId: string): Promise<void> {
    await tx.query(savingsStatements.work, [householdId, memberId, jobId])
  }

  async setNeeds(tx: Tx, { householdId, memberId }: SavingsOwner, needs: NeedsAnswer | null): Promise<void> {
    const stored = needs === null ? null : JSON.stringify(needs)
    await tx.query(savingsStatements.setNeeds, [householdId, memberId, stored])
  }

  async stop({ householdId, memberId }: SavingsOwner): Promise<void> {
    await this.postgres.query(savingsStatements.stop, [householdId, memberId])
  }

  async save(
    { householdId, memberId }: SavingsOwner,
    { needsNumber }: Pick<SavingsRow, 'needsNumber'>,
    result: SavingsResult,
    key: string,
  ): Promise<void> {
    const cheapest = cheapestOf(result)
    const values = [
      householdId,
      memberId,
      needsNumber,
      JSON.stringify(result),
      key,
      cheapest === null ? null : JSON.stringify(cheapest),
    ]
    await this.postgres.query(savingsStatements.save, values)
  }

  /** Part of a write that has touched the household and concerns nothing that savings are worked out of. */
  async staysTrue(tx: Tx, householdId: string): Promise<void> {
    await tx.query(savingsStatements.staysTrue, [householdId])
  }

  async erase(tx: Tx, householdId: string): Promise<void> {
    await tx.query(savingsStatements.erase, [householdId])
  }
}
