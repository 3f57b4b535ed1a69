import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { ChargesService } from './charges/charges.service.ts'
import { CorrectionsService } from './corrections/corrections.service.ts'
import { CreditMovesService } from './credits/credit-moves.service.ts'
import { DebitsService } from './debits/debits.service.ts'
import { PaymentsService } from './payments/payments.service.ts'
import { ReturnsService } from './payments/returns.service.ts'

const { billing } = contract

@Controller()
export class BillingController {
  constructor(
    private readonly charges: ChargesService,
    private readonly corrections: CorrectionsService,
    private readonly payments: PaymentsService,
    private readonly returns: ReturnsService,
    private readonly moves: CreditMovesService,
    private readonly debits: DebitsService,
  ) {}

  @Route(billing.listCharges)
  listCharges({ actor, input }: Call<typeof billing.listCharges>) {
    return this.charges.list(actor, input)
  }

  @Route(billing.readCharge)
  readCharge({ actor, input }: Call<typeof billing.readCharge>) {
    return this.charges.read(actor, input)
  }

  @Route(billing.correctCharge)
  correctCharge({ actor, input, act }: Call<typeof billing.correctCharge>) {
    return this.corrections.correct(actor, input, act)
  }

  @Route(billing.waiveCharge)
  waiveCharge({ actor, input, act }: Call<typeof billing.waiveCharge>) {
    return this.corrections.waive(actor, input, act)
  }

  @Route(billing.unwaiveCharge)
  unwaiveCharge({ actor, input, act }: Call<typeof billing.unwaiveCharge>) {
    return this.corrections.unwaive(actor, input, act)
  }

  @Route(billing.recordPayment)
  recordPayment({ actor, input, act }: Call<typeof billing.recordPayment>) {
    return this.payments.record(actor, input, act)
  }

  @Route(billing.payCharges)
  payCharges({ actor, input, act }: Call<typeof billing.payCharges>) {
    return this.payments.recordMany(actor, input, act)
  }

  @Route(billing.refundCharge)
  refundCharge({ actor, input, act }: Call<typeof billing.refundCharge>) {
    return this.returns.refund(actor, input, act)
  }

  @Route(billing.payFromCredit)
  payFromCredit({ actor, input, act }: Call<typeof billing.payFromCredit>) {
    return this.moves.move(actor, input, act)
  }

  @Route(billing.reversePayment)
  reversePayment({ actor, input, act }: Call<typeof billing.reversePayment>) {
    return this.returns.reverse(actor, input, act)
  }

  @Route(billing.confirmDebits)
  confirmDebits({ actor, input, act }: Call<typeof billing.confirmDebits>) {
    return this.debits.confirm(actor, input, act)
  }

  @Route(billing.denyDebit)
  denyDebit({ actor, input, act }: Call<typeof billing.denyDebit>) {
    return this.debits.deny(actor, input, act)
  }

  @Route(billing.listPayments)
  listPayments({ actor, input }: Call<typeof billing.listPayments>) {
    return this.payments.list(actor, input)
  }
}
