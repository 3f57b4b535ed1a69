import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import type { ChargePlan } from './billed-subscription.ts'
import { billedSubscriptionStatements as statements } from './billed-subscription.statements.ts'
import { followsFrom } from './charge-plan.ts'
import type { ChargeRow } from './charge.repository.ts'

/** A subscription that was not newer here, with the charges that its plan is compared with. */
export interface Known {
  /** Its provider owes money back, or is owed some. */
  readonly hasCredit: boolean
  readonly charges: readonly ChargeRow[]
}

/** Columns of a charge are null where a subscription has none to compare. */
type Row = { billedId: string; hasCredit: boolean } & (ChargeRow | { id: null })

@Injectable()
export class BilledSubscriptionRepository {
  /** Takes over what the plans say of their subscriptions; those that are older than what is known are not answered. */
  async know(tx: Tx, plans: readonly ChargePlan[]): Promise<Map<string, Known>> {
    if (plans.length === 0) return new Map()
    const given = plans.map((plan) => {
      const { splits: _, ...subscription } = plan.subscription
      const { fromIndex, bookedFrom } = plan
      return { ...subscription, bookedFrom, fromIndex, followsFrom: followsFrom(plan) }
    })
    const rows = await tx.query<Row>(statements.know, [JSON.stringify(given), given.map(({ id }) => id)])
    const known = new Map<string, { hasCredit: boolean; charges: ChargeRow[] }>()
    for (const { billedId, hasCredit, ...row } of rows) {
      const found = known.get(billedId) ?? { hasCredit, charges: [] }
      known.set(billedId, found)
      if (row.id !== null) found.charges.push(row)
    }
    return known
  }

  /** Debits of a subscription due from this day on book themselves; null where none does. */
  async bookedFrom(tx: Tx, id: string): Promise<CalendarDate | null> {
    const [row] = await tx.query<{ bookedFrom: CalendarDate | null }>(statements.bookedFrom, [id])
    return row?.bookedFrom ?? null
  }

  /** Their charges go with them. */
  async erasePrivate(tx: Tx, householdId: string, ownerId: string): Promise<void> {
    await tx.query(statements.erasePrivate, [householdId, ownerId])
  }

  async eraseHousehold(tx: Tx, householdId: string): Promise<void> {
    await tx.query(statements.erase, [householdId])
  }
}
