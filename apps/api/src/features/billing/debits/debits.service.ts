import { Injectable } from '@nestjs/common'
import type { billingContract } from '@streamline/contract'
import type { Act } from '../../../platform/http/act.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { ChargesService } from '../charges/charges.service.ts'
import { CreditsService } from '../credits/credits.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { PaymentRepository, type PaymentRow } from '../payments/payment.repository.ts'
import { ViewersService } from '../viewers.service.ts'
import { AssumedDebitRepository } from './assumed-debit.repository.ts'
import { denialOf } from './denial.ts'

type Input<Route extends keyof typeof billingContract> = Call<(typeof billingContract)[Route]>['input']
type Output<Route extends keyof typeof billingContract> = Promise<Answer<(typeof billingContract)[Route]>>

/** What people say about debits that booked themselves: the rule needs no word, the exception does. */
@Injectable()
export class DebitsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly answers: ChargesService,
    private readonly payments: PaymentRepository,
    private readonly debits: AssumedDebitRepository,
    private readonly ledger: LedgerService,
    private readonly credits: CreditsService,
    private readonly viewers: ViewersService,
  ) {}

  /** They went through; with no list, all that whoever says so may answer for. Again changes nothing. */
  async confirm(actor: Actor, { paymentIds }: Input<'confirmDebits'>, act: Act): Output<'confirmDebits'> {
    const household = this.households.require(actor, 'payments.record')
    const viewer = this.viewers.of(household)
    const forOthers = this.households.may(household, 'payments.recordForOthers')
    return this.ledger.write(household.id, async (tx) => {
      if (paymentIds !== undefined) {
        const asked = await this.debits.asked(tx, viewer, paymentIds)
        if (asked.length < new Set(paymentIds).size) throw new ProblemError('not-found')
        this.viewers.assertOwnMoney(
          household,
          asked.map(({ paidBy }) => paidBy),
        )
      }
      const { recordedAt } = this.viewers.recordedBy(household)
      const which = { paidBy: forOthers ? null : viewer.memberId, ids: paymentIds ?? null }
      return act.answer(tx, { paymentIds: await this.debits.confirm(tx, viewer, which, recordedAt) })
    })
  }

  /** One did not go through as it was booked; it may be long ago, and confirmed since. */
  async deny(actor: Actor, input: Input<'denyDebit'>, act: Act): Output<'denyDebit'> {
    const household = this.households.require(actor, 'payments.reverse')
    const viewer = this.viewers.of(household)
    await this.viewers.assertMembers(household.id, [input.paidBy], '/paidBy')
    return this.ledger.write(household.id, async (tx) => {
      const original = await this.payments.byId(tx, viewer, input.id)
      const charge = original && (await this.charges.byId(tx, viewer, original.chargeId))
      if (original === undefined || charge === undefined) throw new ProblemError('not-found')
      assertDeniable(original, charge)
      const named = input.paidBy === undefined ? [] : [input.paidBy]
      this.viewers.assertMayPay(charge, named, '/paidBy')
      this.viewers.assertOwnMoney(household, [...original.payers.map(({ memberId }) => memberId), ...named])
      const recorded = { id: act.id, ...this.viewers.recordedBy(household) }
      const after = await this.post(tx, charge, denialOf(charge, original, input, viewer, recorded))
      const settled = await this.credits.settle(tx, after, viewer)
      return act.answer(tx, await this.answers.detail(tx, settled, viewer))
    })
  }

  /** One after the other: each begins with what the one before left of the charge. */
  private async post(tx: Tx, charge: ChargeRow, steps: ReturnType<typeof denialOf>): Promise<ChargeRow> {
    let after = charge
    for (const step of steps) after = (await this.ledger.act(tx, [step(after)]))[0] ?? after
    return after
  }
}

const assertDeniable = ({ entry, assumed, reversedBy, amount }: PaymentRow, charge: ChargeRow): void => {
  if (reversedBy !== null) throw new ProblemError('already-reversed')
  if (entry !== 'payment' || !assumed)
    throw new ProblemError('illegal-transition', 'Somebody recorded this payment: take it back instead.')
  if (charge.paid < amount)
    throw new ProblemError('amount-out-of-range', 'Part of it came back since: take the refund back first.')
}
