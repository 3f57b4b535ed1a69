import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import { rulesWithin } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import type { ChargePlan } from '../charges/billed-subscription.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { Ledger } from '../ledger/ledger.ts'

const isPaid = ({ paid, corrected }: ChargeRow) => paid !== 0 || corrected

/** Charges follow the splits of their subscription; where something is paid, the ledger is adjusted (decision 4). */
@Injectable()
export class SplitChanges {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly ledger: Ledger,
  ) {}

  async follow(tx: Tx, { subscription, today, splitFrom = today }: ChargePlan): Promise<void> {
    const running = await this.charges.endingAfter(tx, subscription.id, splitFrom)
    const changed = running
      .map((charge) => ({ ...charge, splits: rulesWithin(subscription.splits, charge, charge.payerId) }))
      .filter(({ splits }, at) => !isDeepStrictEqual(splits, running[at]?.splits))
    await this.charges.setSplits(
      tx,
      changed.filter((charge) => !isPaid(charge)),
    )
    await this.ledger.act(
      tx,
      changed.filter(isPaid).map((after) => ({
        id: v7(),
        kind: 'split',
        on: today,
        recordedBy: null,
        recordedAt: this.clock.nowIso(),
        after,
      })),
    )
  }
}
