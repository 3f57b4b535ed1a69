import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import type { Queries, Tx } from '../../platform/postgres/postgres.ts'
import { insertRows, selectList } from '../../platform/postgres/row-columns.ts'
import { mergings } from './merging.table.ts'

type Row = typeof mergings.$inferSelect
export type MergingRow = Omit<Row, 'mergedOn'> & { mergedOn: CalendarDate }

const columns = selectList(mergings, 'm')

export const mergingStatements = {
  add: { name: 'mergings.add', text: insertRows(mergings, 'm') },
  ofMember: {
    name: 'mergings.of-member',
    text: `select ${columns} from mergings m where m.household_id = $1 and m.member_id = $2`,
  },
  ofHousehold: {
    name: 'mergings.of-household',
    text: `select ${columns} from mergings m where m.household_id = $1 order by m.merged_at desc, m.id desc limit 100`,
  },
  remove: { name: 'mergings.remove', text: 'delete from mergings m where m.id = $1' },
} as const

@Injectable()
export class MergingRepository {
  async add(tx: Tx, row: MergingRow): Promise<void> {
    await tx.query(mergingStatements.add, [JSON.stringify([row])])
  }

  async ofMember(on: Queries, householdId: string, memberId: string): Promise<MergingRow | undefined> {
    const [row] = await on.query<MergingRow>(mergingStatements.ofMember, [householdId, memberId])
    return row
  }

  /** The newest first. */
  ofHousehold(on: Queries, householdId: string): Promise<MergingRow[]> {
    return on.query<MergingRow>(mergingStatements.ofHousehold, [householdId])
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query(mergingStatements.remove, [id])
  }
}
