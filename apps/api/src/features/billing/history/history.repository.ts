import { Injectable } from '@nestjs/common'
import type { CalendarDate, Share } from '@streamline/domain'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import type { ChargeRow, Viewer } from '../charges/charge.repository.ts'
import { historyStatement } from './history.statements.ts'
import type { LedgerKind } from '../ledger/ledger.table.ts'
import type { PayerPart } from '../payments/payment.table.ts'
import type { EntryRow, TransactionRow } from '../ledger/ledger.table.ts'
import type { CorrectionRow } from '../corrections/correction.table.ts'

type Row<T> = { [Key in keyof T]: T[Key] | null }

export interface HistoryRow
  extends
    Pick<TransactionRow, 'id' | 'chargeId' | 'paymentId' | 'settlementId' | 'recordedBy' | 'recordedAt'>,
    Row<
      Pick<
        ChargeRow,
        'subscriptionId' | 'subscriptionName' | 'providerId' | 'brandColor' | 'look' | 'startsOn' | 'endsOn'
      >
    > {
  seq: number
  kind: LedgerKind
  occurredOn: CalendarDate
  kindOfSubscription: ChargeRow['kind'] | null
  amount: number | null
  currency: string
  correctionKind: CorrectionRow['kind'] | null
  amountBefore: number | null
  payers: readonly PayerPart[] | null
  fromMember: string | null
  toMember: string | null
  method: string | null
  reference: string | null
  note: string | null
  takenBack: boolean
  entries: readonly (Share & Pick<EntryRow, 'currency'>)[]
}

export interface HistoryQuery {
  subscriptionId: string | undefined
  memberId: string | undefined
  kind: LedgerKind | undefined
  from: CalendarDate | undefined
  until: CalendarDate | undefined
  /** The last entry of the page before. */
  before: { on: string; seq: number }
  limit: number
}

@Injectable()
export class HistoryRepository {
  constructor(private readonly postgres: Postgres) {}

  /** The newest first. */
  list({ householdId, memberId }: Viewer, query: HistoryQuery): Promise<HistoryRow[]> {
    const { subscriptionId = null, kind = null, from = null, until = null, before, limit } = query
    return this.postgres.query<HistoryRow>(historyStatement(subscriptionId !== null), [
      householdId,
      memberId,
      before.on,
      before.seq,
      limit,
      query.memberId ?? null,
      kind,
      from,
      until,
      subscriptionId,
    ])
  }
}
