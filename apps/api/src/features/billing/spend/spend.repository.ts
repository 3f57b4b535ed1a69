import { Injectable } from '@nestjs/common'
import { sharesOfCharge, sumOfTotal, type CalendarDate, type SplitCharge, type Sum } from '@streamline/domain'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import type { ChargeRow, Viewer } from '../charges/charge.repository.ts'
import { spendStatements as statements } from './spend.statements.ts'

export interface SpendRange {
  readonly from: CalendarDate
  /** Exclusive. */
  readonly until: CalendarDate
}

/** What fell due in one month of one subscription, to be paid by one person in one currency. */
export interface SpendRow extends Pick<
  ChargeRow,
  'subscriptionId' | 'subscriptionName' | 'kind' | 'providerId' | 'payerId'
> {
  readonly month: string
  readonly amount: Sum
}

/** What fell due on one day of one subscription, to be paid by one person. */
export interface FallenDue extends Omit<SpendRow, 'month'> {
  readonly on: CalendarDate
}

/** What one person bears of what fell due in one month. */
export interface ShareRow {
  readonly month: string
  readonly memberId: string
  readonly amount: Sum
}

type Total = { total: number; currency: string }
type SpentFound = Omit<SpendRow, 'amount'> & Total
type SplitFound = SplitCharge & { month: string; currency: string }

/** What a household spent, as one member sees it. */
@Injectable()
export class SpendRepository {
  constructor(private readonly postgres: Postgres) {}

  async perSubscription(viewer: Viewer, range: SpendRange): Promise<SpendRow[]> {
    const rows = await this.postgres.query<SpentFound>(statements.perSubscription, valuesOf(viewer, range))
    return rows.map(({ total, currency, ...row }) => ({ ...row, amount: sumOfTotal(total, currency) }))
  }

  async perDay(viewer: Viewer, range: SpendRange): Promise<FallenDue[]> {
    const rows = await this.postgres.query<Omit<FallenDue, 'amount'> & Total>(
      statements.perDay,
      valuesOf(viewer, range),
    )
    return rows.map(({ total, currency, ...row }) => ({ ...row, amount: sumOfTotal(total, currency) }))
  }

  async shares(viewer: Viewer, range: SpendRange): Promise<ShareRow[]> {
    const rows = await this.postgres.query<SplitFound>(statements.split, valuesOf(viewer, range))
    return rows.flatMap((row) =>
      sharesOfCharge(row).map(({ memberId, amount }) => ({
        month: row.month,
        memberId,
        amount: { amount, currency: row.currency },
      })),
    )
  }

  /** Of each subscription, per currency. */
  async paid({ householdId, memberId }: Viewer): Promise<Map<string, Sum[]>> {
    const rows = await this.postgres.query<{ subscriptionId: string } & Total>(statements.paid, [
      householdId,
      memberId,
    ])
    const bySubscription = Map.groupBy(rows, ({ subscriptionId }) => subscriptionId)
    return new Map(
      [...bySubscription].map(([id, own]) => [
        id,
        own.map(({ total, currency }) => sumOfTotal(total, currency)),
      ]),
    )
  }
}

const valuesOf = ({ householdId, memberId }: Viewer, { from, until }: SpendRange) => [
  householdId,
  memberId,
  from,
  until,
]
