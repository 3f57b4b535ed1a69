import { Injectable } from '@nestjs/common'
import type { BothAnswers, CalendarDate, WantedBoth } from '@streamline/domain'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { insertRows, selectList } from '../../platform/postgres/row-columns.ts'
import { wantedBoth } from './wanted-both.table.ts'

export type WantedBothRow = Omit<typeof wantedBoth.$inferSelect, 'answeredOn'> & {
  readonly answeredOn: CalendarDate
}

export const wantedBothStatements = {
  ofHousehold: {
    name: 'wanted-both.of-household',
    text: `select ${selectList(wantedBoth, 'w')} from wanted_both w where w.household_id = $1
      order by w.first_id, w.second_id`,
  },
  put: {
    name: 'wanted-both.put',
    text: `${insertRows(wantedBoth, 'w')} on conflict (household_id, first_id, second_id) do update
      set is_wanted = excluded.is_wanted, answered_by = excluded.answered_by, answered_on = excluded.answered_on`,
  },
  forget: {
    name: 'wanted-both.forget',
    text: `delete from wanted_both w using jsonb_to_recordset($2::jsonb) as gone("firstId" uuid, "secondId" uuid)
      where w.household_id = $1 and w.first_id = gone."firstId" and w.second_id = gone."secondId"`,
  },
} as const

type Answered = Pick<WantedBothRow, 'firstId' | 'secondId' | 'isWanted'>

/** As the rules ask for them. */
export const answersOf = (rows: readonly Answered[]): BothAnswers => {
  const pairs = (isIt: boolean): WantedBoth[] =>
    rows.flatMap(({ firstId, secondId, isWanted }) => (isWanted === isIt ? [[firstId, secondId]] : []))
  return { wanted: pairs(true), oneIsEnough: pairs(false) }
}

@Injectable()
export class WantedBothRepository {
  constructor(private readonly postgres: Postgres) {}

  ofHousehold(householdId: string): Promise<WantedBothRow[]> {
    return this.postgres.query(wantedBothStatements.ofHousehold, [householdId])
  }

  async put(tx: Tx, rows: readonly WantedBothRow[]): Promise<void> {
    await tx.query(wantedBothStatements.put, [JSON.stringify(rows)])
  }

  async forget(
    tx: Tx,
    householdId: string,
    pairs: readonly Pick<WantedBothRow, 'firstId' | 'secondId'>[],
  ): Promise<void> {
    await tx.query(wantedBothStatements.forget, [householdId, JSON.stringify(pairs)])
  }
}
