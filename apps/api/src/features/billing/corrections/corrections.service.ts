import { Injectable } from '@nestjs/common'
import type { billingContract } from '@streamline/contract'
import { outstandingOf } from '@streamline/domain'
import type { Act } from '../../../platform/http/act.ts'
import type { Actor, HouseholdActor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { chargeFactsOf, mayChangeCharge } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from '../charges/charge.repository.ts'
import { saidOf } from '../charges/said-amount.ts'
import { ChargesService } from '../charges/charges.service.ts'
import { CreditsService } from '../credits/credits.service.ts'
import { DebitsThatFollowService } from '../debits/debits-that-follow.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { textOf } from '../payments/payment-draft.ts'
import { refusedAt } from '../payments/refused-at.ts'
import type { CorrectionRow } from './correction.table.ts'
import { ViewersService } from '../viewers.service.ts'

type Detail = Promise<Answer<typeof billingContract.readCharge>>

type Change = Pick<CorrectionRow, 'kind' | 'reason'> & { after: ChargeRow }

/** What a person knows better than the subscription: what the provider really billed, and what nobody will pay. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly answers: ChargesService,
    private readonly ledger: LedgerService,
    private readonly credits: CreditsService,
    private readonly debits: DebitsThatFollowService,
    private readonly viewers: ViewersService,
  ) {}

  correct(actor: Actor, input: Call<typeof billingContract.correctCharge>['input'], act: Act): Detail {
    return this.change(actor, input.id, act, (charge) => {
      if (charge.voidedAt !== null || charge.waivedAt !== null) throw new ProblemError('charge-closed')
      const { amount, currency } = input.amount
      if (currency !== charge.currency)
        throw refusedAt('currency-mismatch', '/amount/currency', `must be ${charge.currency}`)
      const after = { ...charge, ...saidOf(charge, amount) }
      return { kind: 'correction', reason: textOf(input.reason), after }
    })
  }

  waive(actor: Actor, input: Call<typeof billingContract.waiveCharge>['input'], act: Act): Detail {
    return this.change(actor, input.id, act, (charge, { memberId }, at) => {
      if (outstandingOf(chargeFactsOf(charge)) === 0) throw new ProblemError('charge-closed')
      const after = { ...charge, waivedAt: at, waivedBy: memberId }
      return { kind: 'waived', reason: textOf(input.reason), after }
    })
  }

  unwaive(actor: Actor, input: Call<typeof billingContract.unwaiveCharge>['input'], act: Act): Detail {
    return this.change(actor, input.id, act, (charge) => {
      if (charge.waivedAt === null)
        throw new ProblemError('illegal-transition', 'Only a waived charge can be owed again.')
      const after = { ...charge, waivedAt: null, waivedBy: null }
      return { kind: 'unwaived', reason: textOf(input.reason), after }
    })
  }

  private change(
    actor: Actor,
    chargeId: string,
    act: Act,
    decide: (charge: ChargeRow, household: HouseholdActor, at: string) => Change,
  ): Detail {
    const household = this.households.require(actor, 'charges.change')
    const viewer = this.viewers.of(household)
    return this.ledger.write(household.id, async (tx) => {
      const charge = await this.charges.byId(tx, viewer, chargeId)
      if (charge === undefined) throw new ProblemError('not-found')
      if (!mayChangeCharge(charge, viewer))
        throw new ProblemError('forbidden', 'Members change the charges of their own subscriptions.')
      const { recordedBy, recordedAt } = this.viewers.recordedBy(household)
      const change = decide(charge, household, recordedAt)
      const recorded = { id: act.id, recordedBy, recordedAt }
      const changed = await this.post(tx, charge, change, viewer, recorded)
      return act.answer(tx, await this.answers.detail(tx, changed, viewer))
    })
  }

  private async post(
    tx: Tx,
    charge: ChargeRow,
    { kind, reason, after }: Change,
    viewer: Viewer,
    recorded: { id: string; recordedBy: string; recordedAt: string },
  ): Promise<ChargeRow> {
    const { householdId, id: chargeId, amount: before, tax: taxBefore } = charge
    const correction: CorrectionRow = {
      ...recorded,
      householdId,
      chargeId,
      kind,
      paymentId: null,
      before,
      taxBefore,
      after: after.amount,
      reason,
    }
    const { today } = viewer
    const isOfAnotherAmount = after.amount !== before
    const left = isOfAnotherAmount ? await this.debits.letGo(tx, charge, today) : charge
    const known = { ...after, paid: left.paid }
    const act = { ...recorded, kind: 'correction' as const, correction, on: today, after: known }
    const [changed = known] = await this.ledger.act(tx, [act])
    const assumed = left === charge ? changed : await this.debits.assumeAgain(tx, changed, today)
    const settled = await this.credits.settle(tx, assumed, viewer)
    return this.debits.book(tx, settled, today)
  }
}
