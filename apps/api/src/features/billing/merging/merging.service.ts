import { Injectable } from '@nestjs/common'
import { rulesMerged, type CalendarDate, type Merging } from '@streamline/domain'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { ChargeRepository } from '../charges/charge.repository.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { mergingPosting } from '../ledger/posting.ts'

interface Recorded {
  /** Names the act. */
  readonly id: string
  readonly householdId: string
  readonly on: CalendarDate
  readonly by: string
}

/** Two entries that are one person have one account. What was recorded stays; what is owed goes over by an entry of its own. */
@Injectable()
export class MergingService {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: LedgerService,
  ) {}

  /** Asked in the transaction that merges the people, which holds the household. */
  async merge(tx: Tx, merging: Merging, { id, householdId, on, by }: Recorded): Promise<void> {
    const { memberId: from, intoId: to } = merging
    const balances = (await this.entries.balances(tx, householdId)).filter(({ account }) => account === from)
    const recorded = { on, by, at: this.clock.nowIso() }
    if (balances.length > 0)
      await this.ledger.post(tx, [mergingPosting({ id, householdId, from, to }, balances, recorded)])
    await this.entries.merge(tx, householdId, from, to)
    const charges = await this.charges.mentioning(tx, householdId, from)
    await this.charges.change(
      tx,
      charges.map((charge) => ({
        ...charge,
        payerId: charge.payerId === from ? to : charge.payerId,
        splits: rulesMerged(charge.splits, merging),
      })),
    )
  }
}
