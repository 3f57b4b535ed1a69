import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import { rulesMerged, type CalendarDate, type Merging, type SplitFrom } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { mergingPosting, postingOf } from '../ledger/posting.ts'
import { ActEffectRepository } from '../standing/act-effect.repository.ts'

interface Recorded {
  /** Names the act. */
  readonly id: string
  readonly householdId: string
  readonly on: CalendarDate
  readonly by: string
}

/** What there was of money before two entries became one. */
export interface MergedMoney {
  /** What went over, minor units. */
  readonly balances: readonly { readonly amount: number; readonly currency: string }[]
  /** Accounts that had become this one before. */
  readonly accounts: readonly string[]
  /** Who paid and bore each charge that named it. */
  readonly charges: readonly {
    readonly id: string
    readonly payerId: string
    readonly splits: readonly SplitFrom[]
  }[]
}

/** Two entries that are one person have one account. What was recorded stays; what is owed goes over by an entry of its own. */
@Injectable()
export class MergingService {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: LedgerService,
    private readonly effects: ActEffectRepository,
  ) {}

  /** Asked in the transaction that merges the people, which holds the household. */
  async merge(tx: Tx, merging: Merging, { id, householdId, on, by }: Recorded): Promise<MergedMoney> {
    const { memberId: from, intoId: to } = merging
    await this.effects.forget(tx, householdId)
    const balances = (await this.entries.balances(tx, householdId)).filter(({ account }) => account === from)
    const recorded = { on, by, at: this.clock.nowIso() }
    if (balances.length > 0)
      await this.ledger.post(tx, [mergingPosting({ id, householdId, from, to }, balances, recorded)])
    const accounts = await this.entries.merge(tx, householdId, from, to)
    const charges = await this.charges.mentioning(tx, householdId, from)
    const after = charges.map((charge) => ({ ...charge, ...mergedIn(charge, merging) }))
    await this.charges.change(tx, after)
    await this.level(tx, after, new Map([from, ...accounts].map((account) => [account, to])), recorded)
    return {
      balances: balances.map(({ amount, currency }) => ({ amount, currency })),
      accounts,
      charges: charges.map((charge) => ({ id: charge.id, payerId: charge.payerId, splits: charge.splits })),
    }
  }

  /**
   * The way back: exactly what went over goes back. False, and nothing is done, where money has moved since on a charge that named
   * the entry, or between the other one and anybody.
   */
  async unmerge(
    tx: Tx,
    merging: Merging,
    { balances, accounts, charges, mergedAt }: MergedMoney & { readonly mergedAt: string },
    { id, householdId, on, by }: Recorded,
  ): Promise<boolean> {
    const { memberId, intoId } = merging
    const before = new Map(charges.map((charge) => [charge.id, charge]))
    const ids = [...before.keys()]
    const since = { householdId, account: intoId, chargeIds: ids, since: mergedAt, but: memberId }
    if (await this.entries.hasMovedSince(tx, since)) return false
    const rows = await this.charges.byIds(tx, ids)
    const after = rows.map((row) => ({ row, was: before.get(row.id) }))
    const isAsMerged = after.every(
      ({ row, was }) =>
        was !== undefined &&
        isDeepStrictEqual(mergedIn(was, merging), { payerId: row.payerId, splits: row.splits }),
    )
    if (!isAsMerged) return false
    await this.effects.forget(tx, householdId)
    await this.entries.unmerge(tx, householdId, memberId, accounts)
    const recorded = { on, by, at: this.clock.nowIso() }
    const posting = { id, householdId, from: intoId, to: memberId }
    if (balances.length > 0)
      await this.ledger.post(tx, [mergingPosting(posting, balances, recorded, 'unmerged')])
    const apart = after.map(({ row, was }) => ({
      ...row,
      payerId: was?.payerId ?? row.payerId,
      splits: was?.splits ?? row.splits,
    }))
    await this.charges.change(tx, apart)
    await this.level(tx, apart, new Map(accounts.map((account) => [account, memberId])), recorded)
    return true
  }

  /** One person bears what two did as a whole: the odd units of what is paid lie where the shares say (law 10). */
  private async level(
    tx: Tx,
    charges: readonly ChargeRow[],
    names: ReadonlyMap<string, string>,
    { on, by, at }: { readonly on: CalendarDate; readonly by: string; readonly at: string },
  ): Promise<void> {
    const paid = charges.filter((charge) => charge.paid !== 0)
    const posted = await this.entries.posted(
      tx,
      paid.map(({ id }) => id),
    )
    const postings = paid.map((after) => {
      const { payers = [], entries = [] } = posted.get(after.id) ?? {}
      const named = { payers: withNames(payers, names), entries: withNames(entries, names) }
      return postingOf({ id: v7(), kind: 'split', after, on, recordedBy: by, recordedAt: at }, named)
    })
    await this.ledger.post(
      tx,
      postings.filter(({ entries }) => entries.length > 0),
    )
  }
}

const withNames = <Part extends { readonly memberId: string }>(
  parts: readonly Part[],
  names: ReadonlyMap<string, string>,
): Part[] => parts.map((part) => ({ ...part, memberId: names.get(part.memberId) ?? part.memberId }))

const mergedIn = ({ payerId, splits }: Pick<ChargeRow, 'payerId' | 'splits'>, merging: Merging) => ({
  payerId: payerId === merging.memberId ? merging.intoId : payerId,
  splits: rulesMerged(splits, merging),
})
