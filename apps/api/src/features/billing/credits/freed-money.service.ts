import { Injectable } from '@nestjs/common'
import { allocate, creditMove, outstandingOf } from '@streamline/domain'
import { v5, v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Queries, Tx } from '../../../platform/postgres/postgres.ts'
import type { BilledSubscription, ChargePlan, FreedMoney } from '../charges/billed-subscription.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { DebitsThatFollowService } from '../debits/debits-that-follow.service.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { creditAccountOf, type ChargeAct } from '../ledger/posting.ts'
import { payAct, reverseAct } from '../payments/payment-act.ts'
import { paymentFor } from '../payments/payment-draft.ts'
import { PaymentRepository, type NewPayment, type PaymentRow } from '../payments/payment.repository.ts'
import type { PayerPart } from '../payments/payment.table.ts'
import { againOf, originsAmong } from '../payments/unmade.ts'
import { CreditsService } from './credits.service.ts'

/** Charges that hold what is left of one credit: far more than happen. */
const AT_ONCE = 50

/** Credit by currency, minor units. */
type Held = ReadonlyMap<string, number>

/** What is to leave credit: no more than so much of one currency, and to where. */
interface Leaving {
  readonly freed: FreedMoney
  readonly currency: string
  readonly most: number
  readonly target: ChargeRow | undefined
}

/**
 * Money on charges that go is credit of the subscription unless the act says otherwise: it came back to who had paid it, or pays another
 * charge. Both are what they would be had somebody told it afterwards; they go and come with the act.
 */
@Injectable()
export class FreedMoneyService {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: LedgerService,
    private readonly credits: CreditsService,
    private readonly debits: DebitsThatFollowService,
  ) {}

  /** What is credit already, of those whose act says what becomes of money: that is not what the act frees. */
  async held(tx: Tx, plans: readonly ChargePlan[]): Promise<ReadonlyMap<string, Held>> {
    const asked = plans.filter(({ money = [] }) => money.length > 0)
    const [first] = asked
    if (first === undefined) return new Map()
    const balances = await this.entries.balances(tx, first.subscription.householdId)
    return new Map(
      asked.map(({ subscription: { id } }) => [
        id,
        new Map(
          balances.flatMap(({ account, currency, amount }) =>
            account === creditAccountOf(id) ? [[currency, -amount] as const] : [],
          ),
        ),
      ]),
    )
  }

  /** What became credit since goes where the act says; asked once what is in place of what goes has got its own. */
  async go(tx: Tx, plan: ChargePlan, before: Held, gone: readonly ChargeRow[]): Promise<void> {
    const { money = [], subscription } = plan
    if (money.length === 0) return
    const now = (await this.held(tx, [plan])).get(subscription.id) ?? new Map<string, number>()
    for (const freed of money)
      for (const [currency, credit] of now) {
        const most = credit - (before.get(currency) ?? 0)
        if (most > 0) await this.leave(tx, plan, await this.leaving(tx, freed, currency, most), gone)
      }
  }

  private async leaving(tx: Tx, freed: FreedMoney, currency: string, most: number): Promise<Leaving> {
    if (freed.goes.to === 'refund') return { freed, currency, most, target: undefined }
    const [target] = await this.charges.byIds(tx, [freed.goes.chargeId])
    const isOpen = target?.currency === currency && target.voidedAt === null
    const open = isOpen ? outstandingOf(chargeFactsOf(target)) : 0
    return { freed, currency, most: Math.min(most, open), target }
  }

  private async leave(
    tx: Tx,
    { subscription: { id, householdId, ownerId }, today }: ChargePlan,
    { freed: { act, goes, recordedBy }, currency, most, target }: Leaving,
    gone: readonly ChargeRow[],
  ): Promise<void> {
    const viewer = { householdId, memberId: ownerId, today }
    const held = await this.charges.withCredit(tx, viewer, { subscriptionId: id, currency, limit: AT_ONCE })
    const isGone = (charge: ChargeRow) => gone.some((other) => other.id === charge.id)
    const sources = [...held.filter(isGone), ...held.filter((charge) => !isGone(charge))]
    const paid = await this.paidBy(tx, sources)
    const moved = creditMove(
      sources.map((source) => ({ source, credit: Math.min(source.creditLeft, sumOf(paid.get(source.id))) })),
      most,
    )
    if (moved === null) return
    const recorded = { today, recordedBy, recordedAt: this.clock.nowIso() }
    const entry = (charge: ChargeRow, name: string, payers: readonly PayerPart[]): NewPayment => ({
      ...paymentFor(charge, { ...recorded, id: v5(name, act) }),
      entry: sumOf(payers) < 0 ? 'refund' : 'payment',
      paidBy: payers.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))[0]?.memberId ?? null,
      payers,
      amount: sumOf(payers),
      method: goes.to === 'refund' ? (goes.method ?? null) : null,
      moveId: goes.to === 'charge' ? act : null,
    })
    const refunds = moved.parts.map(({ source, amount }) => {
      const receivedBy = goes.to === 'refund' ? goes.receivedBy : undefined
      const payers =
        receivedBy === undefined
          ? partsOf(amount, paid.get(source.id), source)
          : [{ memberId: receivedBy, amount }]
      return payAct(
        source,
        entry(
          source,
          source.id,
          payers.map((part) => ({ ...part, amount: -part.amount })),
        ),
      )
    })
    const given = [
      ...Map.groupBy(
        refunds.flatMap(({ payment }) => payment?.payers ?? []),
        ({ memberId }) => memberId,
      ),
    ]
    const payers = given.map(([memberId, parts]) => ({ memberId, amount: -sumOf(parts) }))
    const payments = target === undefined ? [] : [payAct(target, entry(target, 'money', payers))]
    await this.ledger.act(tx, [...refunds, ...payments])
  }

  /** Members who paid each of the charges, and how much is left of it. */
  private async paidBy(tx: Tx, charges: readonly ChargeRow[]): Promise<Map<string, PayerPart[]>> {
    const payments = await this.payments.ofCharges(
      tx,
      charges.map(({ id }) => id),
    )
    return new Map(
      charges.map((charge) => {
        const parts = payments
          .filter(({ chargeId }) => chargeId === charge.id)
          .flatMap(({ payers }) => payers)
        const sums = [...Map.groupBy(parts, ({ memberId }) => memberId)].map(([memberId, own]) => ({
          memberId,
          amount: sumOf(own),
        }))
        const account = creditAccountOf(charge.subscriptionId)
        return [charge.id, sums.filter(({ memberId, amount }) => amount > 0 && memberId !== account)]
      }),
    )
  }

  /** Whether something stands in the way of taking back what acts did: money came back since of a charge that they paid. */
  async isHindered(on: Queries, { subscription, moneyBack = [] }: ChargePlan): Promise<boolean> {
    for (const act of moneyBack) if ((await this.toTakeBack(on, subscription, act)) === null) return true
    return false
  }

  /** The entries of an act that stand, with their charges; null where one of them cannot be taken back. */
  private async toTakeBack(on: Queries, subscription: BilledSubscription, act: string) {
    const entries = (await this.writtenFor(on, subscription, act)).filter(
      ({ reverses, reversedBy }) => reverses === null && reversedBy === null,
    )
    const charges = await this.chargesOf(on, entries)
    const both = entries.flatMap((entry) => {
      const charge = charges.get(entry.chargeId)
      return charge === undefined ? [] : [{ entry, charge }]
    })
    return both.every(({ entry, charge }) => charge.paid >= entry.amount) ? both : null
  }

  /** Everything that was ever written because of an act: money that came back is one entry per charge, what moved is one move. */
  private async writtenFor(
    on: Queries,
    { id, householdId }: BilledSubscription,
    act: string,
  ): Promise<PaymentRow[]> {
    const own = await this.payments.ofSubscriptions([id], on)
    const originOf = originsAmong(own)
    const isRefund = (row: PaymentRow) => originOf(row.reverses ?? row.id) === v5(row.chargeId, act)
    const refunds = own.filter((row) => row.moveId === null && isRefund(row))
    return [...refunds, ...(await this.payments.everOfMove(on, householdId, act))]
  }

  private async chargesOf(on: Queries, entries: readonly PaymentRow[]): Promise<Map<string, ChargeRow>> {
    const rows = await this.charges.byIds(on, [...new Set(entries.map(({ chargeId }) => chargeId))])
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** What acts that do not count any more did with the money they freed; before anything else, so that it is there as it was. */
  async takeBack(tx: Tx, { subscription, moneyBack = [], today }: ChargePlan): Promise<void> {
    for (const act of moneyBack) {
      const both = (await this.toTakeBack(tx, subscription, act)) ?? []
      await this.ledger.act(
        tx,
        both.map(({ entry, charge }) => {
          const facts = {
            id: v7(),
            paidOn: today,
            note: null,
            recordedBy: null,
            recordedAt: this.clock.nowIso(),
          }
          return reverseAct(charge, entry, facts)
        }),
      )
      for (const { charge } of both.filter(
        ({ charge: { subscriptionId } }) => subscriptionId !== subscription.id,
      )) {
        const [open = charge] = await this.charges.byIds(tx, [charge.id])
        // It is open again, for the credit of its own and for what books itself.
        await this.debits.book(tx, await this.credits.settle(tx, open, { today }), today)
      }
    }
  }

  /** What acts that count again had done, exactly; nothing of it where that does not fit any more. */
  async goAgain(tx: Tx, { subscription, moneyAgain = [] }: ChargePlan): Promise<void> {
    for (const act of moneyAgain) {
      const all = await this.writtenFor(tx, subscription, act)
      const known = new Map(all.map((entry) => [entry.id, entry]))
      const taken = all.filter(
        ({ reverses, recordedBy, id }) => reverses !== null && recordedBy === null && !known.has(againOf(id)),
      )
      const charges = await this.chargesOf(tx, taken)
      const acts = taken.flatMap((reversal): ChargeAct[] => {
        const original = known.get(reversal.reverses ?? '')
        const charge = charges.get(reversal.chargeId)
        if (original === undefined || charge === undefined || !fits(charge, original)) return []
        const { reversedBy: _, ...payment } = original
        return [payAct(charge, { ...payment, id: againOf(reversal.id), recordedAt: this.clock.nowIso() })]
      })
      if (acts.length === taken.length) await this.ledger.act(tx, acts)
    }
  }
}

const sumOf = (parts: readonly Pick<PayerPart, 'amount'>[] = []): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0)

const partsOf = (amount: number, paid: readonly PayerPart[] = [], { index }: ChargeRow): PayerPart[] =>
  allocate(
    amount,
    paid.map((part) => ({ id: part.memberId, weight: part.amount })),
    index,
  ).map((part) => ({ memberId: part.id, amount: part.amount }))

/** A payment needs so much to be open, a refund so much to be there. */
const fits = (charge: ChargeRow, { amount }: PaymentRow): boolean =>
  amount < 0
    ? charge.paid >= -amount
    : charge.voidedAt === null && outstandingOf(chargeFactsOf(charge)) >= amount
