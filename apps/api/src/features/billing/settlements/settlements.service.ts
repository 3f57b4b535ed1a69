import { Injectable } from '@nestjs/common'
import type { settlementsContract } from '@streamline/contract'
import { settledBy, toldBefore } from '@streamline/domain'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Act } from '../../../platform/http/act.ts'
import type { Actor, HouseholdActor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'
import { NEWEST, pageOf, positionFor, rowsFor } from '../page.ts'
import { likelyTransfer, toldOf } from './likely-transfer.ts'
import { owedBetween } from './owed-between.ts'
import { dayOf, textOf } from '../payments/payment-draft.ts'
import { refusedAt } from '../payments/refused-at.ts'
import { countedAs } from '../rates/conversion.ts'
import { RateRepository } from '../rates/rate.repository.ts'
import { settlementPosting } from '../ledger/posting.ts'
import {
  mayConfirm,
  mayUndo,
  presentSettlement,
  stateOf,
  type SettlementViewer,
} from './settlement.presenter.ts'
import { SettlementRepository, type SettlementRow } from './settlement.repository.ts'

type Input<Route extends keyof typeof settlementsContract> = Call<
  (typeof settlementsContract)[Route]
>['input']
type Output<Route extends keyof typeof settlementsContract> = Promise<
  Answer<(typeof settlementsContract)[Route]>
>

/** Transfers between members: recorded by one side, confirmed by the receiver, undone by an entry of its own. */
@Injectable()
export class SettlementsService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly settlements: SettlementRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: LedgerService,
    private readonly rates: RateRepository,
  ) {}

  async list(actor: Actor, input: Input<'list'>): Output<'list'> {
    const household = this.households.require(actor, 'balances.read')
    const { date, id } = positionFor(input, NEWEST)
    const rows = await this.settlements.list(household.id, { on: date, id }, rowsFor(input))
    const viewer = await this.viewerOf(household)
    return pageOf(
      input,
      rows,
      (row) => presentSettlement(row, viewer),
      (row) => ({ date: row.settledOn, id: row.id }),
    )
  }

  /** At most what the one owes and the other is owed; the receiver's own word confirms it at once. */
  async record(actor: Actor, input: Input<'record'>, act: Act): Output<'record'> {
    const household = this.households.require(actor, 'settlements.record')
    const viewer = await this.viewerOf(household)
    const draft = this.drafted(household, viewer, input, act.id)
    return this.ledger.write(household.id, async (tx) => {
      const row = { ...draft, ...(await this.counted(tx, draft, input)) }
      const known = await this.toldBefore(tx, row, viewer, input.another ?? false)
      if (known !== undefined) return act.answer(tx, presentSettlement(known, viewer))
      await this.assertOwed(tx, row, input.settles === undefined ? '/amount/amount' : '/settles/amount')
      await this.settlements.insert(tx, row)
      const recorded = { on: row.settledOn, by: row.recordedBy, at: row.recordedAt }
      await this.ledger.postAtEnd(tx, [settlementPosting(row, 'settlement', recorded)])
      return act.answer(tx, presentSettlement(row, viewer))
    })
  }

  async confirm(actor: Actor, { id }: Input<'confirm'>, act: Act): Output<'confirm'> {
    return this.change(actor, id, act, mayConfirm, async (tx, row, household) => {
      if (stateOf(row) === 'confirmed') return row
      if (stateOf(row) === 'undone')
        throw new ProblemError('illegal-transition', 'A settlement that is undone cannot become confirmed.')
      const [confirmed = row] = await this.settlements.confirm(
        tx,
        row,
        household.memberId,
        this.clock.nowIso(),
      )
      return confirmed
    })
  }

  async undo(actor: Actor, { id, reason }: Input<'undo'>, act: Act): Output<'undo'> {
    return this.change(actor, id, act, mayUndo, async (tx, row, household) => {
      if (stateOf(row) === 'undone') return row
      const at = this.clock.nowIso()
      const { memberId: by } = household
      const [undone = row] = await this.settlements.undo(tx, row, by, at, textOf(reason))
      const recorded = { on: this.households.today(household), by, at }
      await this.ledger.postAtEnd(tx, [settlementPosting(row, 'settlementUndone', recorded)])
      return undone
    })
  }

  private async change(
    actor: Actor,
    id: string,
    act: Act,
    isAllowed: (row: SettlementRow, viewer: SettlementViewer) => boolean,
    apply: (tx: Tx, row: SettlementRow, household: HouseholdActor) => Promise<SettlementRow>,
  ) {
    const household = this.households.require(actor, 'settlements.record')
    const viewer = await this.viewerOf(household)
    return this.ledger.write(household.id, async (tx) => {
      const row = await this.settlements.byId(tx, household.id, id)
      if (row === undefined) throw new ProblemError('not-found')
      if (!isAllowed(row, viewer)) throw new ProblemError('forbidden')
      return act.answer(tx, presentSettlement(await apply(tx, row, household), viewer))
    })
  }

  private drafted(
    household: HouseholdActor,
    viewer: SettlementViewer,
    input: Input<'record'>,
    id: string,
  ): SettlementRow {
    const { from, to, amount } = input
    for (const side of ['from', 'to'] as const)
      if (!viewer.names.has(input[side]))
        throw refusedAt('unknown-member', `/${side}`, 'must be somebody of this household')
    if (from === to) throw refusedAt('unknown-member', '/to', 'must be somebody else')
    const isPart = [from, to].includes(household.memberId)
    if (!isPart && !viewer.forOthers)
      throw new ProblemError('forbidden', 'A manager records what others gave each other.')
    const recordedAt = this.clock.nowIso()
    const isReceiver = to === household.memberId
    return {
      id,
      householdId: household.id,
      fromMember: from,
      toMember: to,
      ...amount,
      converted: null,
      settledOn: dayOf(input.settledOn, this.households.today(household), '/settledOn'),
      method: textOf(input.method),
      reference: textOf(input.reference),
      note: textOf(input.note),
      recordedBy: household.memberId,
      recordedAt,
      confirmedBy: isReceiver ? household.memberId : null,
      confirmedAt: isReceiver ? recordedAt : null,
      undoneBy: null,
      undoneAt: null,
      undoReason: null,
    }
  }

  /**
   * The transfer that the other side told already, where it surely is that one: the receiver's word confirms it. Where it is only
   * likely it is asked.
   */
  private async toldBefore(
    tx: Tx,
    row: SettlementRow,
    viewer: SettlementViewer,
    isAnother: boolean,
  ): Promise<SettlementRow | undefined> {
    if (isAnother) return undefined
    const told = toldBefore(
      toldOf(row),
      (await this.settlements.alike(tx, row)).map((known) => ({ ...toldOf(known), known })),
    )
    if (told === undefined) return undefined
    const { known } = told.transfer
    if (!told.sure) throw likelyTransfer(known, viewer)
    if (stateOf(known) !== 'recorded' || row.confirmedAt === null) return known
    const [confirmed = known] = await this.settlements.confirm(tx, known, row.recordedBy, row.recordedAt)
    return confirmed
  }

  /** What it settles in the currency of the debt, where another was given. */
  private async counted(
    tx: Tx,
    row: SettlementRow,
    { amount: given, settles, oldRate, settlesCurrency }: Input<'record'>,
  ) {
    const currency = settles?.currency ?? settlesCurrency ?? given.currency
    if (settlesCurrency !== undefined && settlesCurrency !== currency)
      throw refusedAt('currency-mismatch', '/settlesCurrency', `must be ${currency}, which it settles`)
    if (currency === given.currency && settles === undefined) return {}
    const { householdId, settledOn: on } = row
    const rate =
      settles === undefined
        ? await this.rates.inForce(tx, householdId, { from: given.currency, to: currency, on })
        : undefined
    const owed = { amount: await this.owed(tx, { ...row, currency }), currency }
    const counted = countedAs({
      given,
      to: currency,
      on,
      told: settles,
      rate,
      oldRate: oldRate ?? false,
      convert: (known) => settledBy(given, owed, known),
    })
    return { ...counted, currency }
  }

  private async assertOwed(tx: Tx, row: SettlementRow, pointer: string): Promise<void> {
    const most = await this.owed(tx, row)
    if (row.amount > most)
      throw refusedAt('amount-out-of-range', pointer, `must be at most ${most}, which is owed`)
  }

  private async owed(
    tx: Tx,
    pair: Pick<SettlementRow, 'householdId' | 'fromMember' | 'toMember' | 'currency'>,
  ): Promise<number> {
    const { members } = await this.entries.between(pair.householdId, tx)
    return owedBetween(members, pair)
  }

  private async viewerOf(household: HouseholdActor): Promise<SettlementViewer> {
    const people = await this.households.everyone(household.id)
    return {
      memberId: household.memberId,
      forOthers: this.households.may(household, 'payments.recordForOthers'),
      names: new Map(people.map(({ id, name }) => [id, name])),
      withAccount: new Set(this.households.actorsAmong(people).map(({ id }) => id)),
    }
  }
}
