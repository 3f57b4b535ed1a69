import { Injectable } from '@nestjs/common'
import {
  adjustmentByLeaving,
  sumByCurrency,
  unpaidShareOfLeaver,
  type Leaving,
  type Money,
} from '@streamline/domain'
import type { unpaidShareSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { ChargeRepository } from '../charges/charge.repository.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'

export type UnpaidShare = z.infer<typeof unpaidShareSchema>

export interface OpenMoney {
  /** After what leaving itself changes: positive is owed to them, negative they owe. */
  balances: Money[]
  /** Parts of theirs in what nobody has paid yet: they become a balance when somebody does. */
  unpaidShares: UnpaidShare[]
}

/** What stands between somebody who leaves and the others. */
@Injectable()
export class OpenMoneyService {
  constructor(
    private readonly entries: LedgerRepository,
    private readonly charges: ChargeRepository,
  ) {}

  /** Asked in the transaction that ends their membership, once it holds the household: no payment comes in between. */
  async of(tx: Tx, householdId: string, leaving: Leaving): Promise<OpenMoney> {
    const { members } = await this.entries.between(householdId, tx)
    const open = await this.charges.openBefore(tx, householdId, leaving.on)
    const own = members.filter(({ account }) => account === leaving.memberId)
    return {
      balances: sumByCurrency([...own, ...(await this.changedByLeaving(tx, householdId, leaving))])
        .filter(({ amount }) => amount !== 0)
        .map(({ amount, currency }) => ({ amount, currency })),
      unpaidShares: open
        .map((charge) => ({
          chargeId: charge.id,
          subscriptionName: charge.subscriptionName,
          dueOn: charge.dueOn,
          amount: { amount: unpaidShareOfLeaver(charge, leaving), currency: charge.currency },
        }))
        .filter(({ amount }) => amount.amount > 0),
    }
  }

  /** Paid days that are not theirs any more. */
  private async changedByLeaving(tx: Tx, householdId: string, leaving: Leaving): Promise<Money[]> {
    const { memberId, on } = leaving
    const paid = await this.charges.paidBeyond(tx, householdId, memberId, on)
    return paid.flatMap((charge) =>
      adjustmentByLeaving(charge, leaving)
        .filter((entry) => entry.memberId === memberId)
        .map(({ amount }) => ({ amount, currency: charge.currency })),
    )
  }
}
