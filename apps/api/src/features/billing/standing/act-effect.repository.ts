import { Injectable } from '@nestjs/common'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { actEffectStatements as statements } from './act-effect.statements.ts'
import type { actEffects } from './act-effect.table.ts'

export type ActEffect = typeof actEffects.$inferSelect

@Injectable()
export class ActEffectRepository {
  async add(tx: Tx, effects: readonly ActEffect[]): Promise<void> {
    if (effects.length > 0) await tx.query(statements.add, [JSON.stringify(effects)])
  }

  async ofAct(tx: Tx, subscriptionId: string, act: string): Promise<ActEffect | undefined> {
    const [row] = await tx.query<ActEffect>(statements.ofAct, [act, subscriptionId])
    return row
  }

  /** Two entries of a household became one, or one became two: what stood before names other people. */
  async forget(tx: Tx, householdId: string): Promise<void> {
    await tx.query(statements.forget, [householdId])
  }
}
