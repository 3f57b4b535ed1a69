import { Injectable } from '@nestjs/common'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { insertRows, selectList } from '../../platform/postgres/row-columns.ts'
import { budgets } from './budget.table.ts'

export type BudgetRow = typeof budgets.$inferSelect

export const budgetStatements = {
  ofHousehold: {
    name: 'budgets.of-household',
    text: `select ${selectList(budgets, 'b')} from budgets b where b.household_id = $1 order by b.scope, b.about`,
  },
  put: {
    name: 'budgets.put',
    text: `${insertRows(budgets, 'b')} on conflict (household_id, scope, about) do update
      set amount = excluded.amount, currency = excluded.currency, set_by = excluded.set_by, set_on = excluded.set_on`,
  },
  remove: {
    name: 'budgets.remove',
    text: 'delete from budgets b where b.household_id = $1 and b.scope = $2 and b.about = $3',
  },
} as const

@Injectable()
export class BudgetRepository {
  constructor(private readonly postgres: Postgres) {}

  ofHousehold(householdId: string): Promise<BudgetRow[]> {
    return this.postgres.query(budgetStatements.ofHousehold, [householdId])
  }

  async put(tx: Tx, row: BudgetRow): Promise<void> {
    await tx.query(budgetStatements.put, [JSON.stringify([row])])
  }

  async remove(
    tx: Tx,
    { householdId, scope, about }: Pick<BudgetRow, 'householdId' | 'scope' | 'about'>,
  ): Promise<void> {
    await tx.query(budgetStatements.remove, [householdId, scope, about])
  }
}
