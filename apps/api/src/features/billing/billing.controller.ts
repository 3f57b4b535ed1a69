import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { ChargesService } from './charges.service.ts'
import { PaymentsService } from './payments.service.ts'

@Controller()
export class BillingController {
  constructor(
    private readonly charges: ChargesService,
    private readonly payments: PaymentsService,
  ) {}

  @Route(contract.billing.listCharges)
  listCharges({ actor, input }: Call<typeof contract.billing.listCharges>) {
    return this.charges.list(actor, input)
  }

  @Route(contract.billing.readCharge)
  readCharge({ actor, input }: Call<typeof contract.billing.readCharge>) {
    return this.charges.read(actor, input)
  }

  @Route(contract.billing.recordPayment)
  recordPayment({ actor, input, newId }: Call<typeof contract.billing.recordPayment>) {
    return this.payments.record(actor, input, newId())
  }

  @Route(contract.billing.reversePayment)
  reversePayment({ actor, input, newId }: Call<typeof contract.billing.reversePayment>) {
    return this.payments.reverse(actor, input, newId())
  }

  @Route(contract.billing.listPayments)
  listPayments({ actor, input }: Call<typeof contract.billing.listPayments>) {
    return this.payments.list(actor, input)
  }

  @Route(contract.billing.readBalances)
  readBalances({ actor }: Call<typeof contract.billing.readBalances>) {
    return this.charges.balances(actor)
  }
}
