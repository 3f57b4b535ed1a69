import { Module } from '@nestjs/common'
import { HouseholdsModule } from '../households/households.module.ts'
import { BillingController } from './billing.controller.ts'
import { BillingService } from './billing.service.ts'
import { ChargeRepository } from './charge.repository.ts'
import { ChargesService } from './charges.service.ts'
import { Ledger } from './ledger.ts'
import { LedgerRepository } from './ledger.repository.ts'
import { PaymentRepository } from './payment.repository.ts'
import { PaymentsService } from './payments.service.ts'
import { PlannedPayments } from './planned-payments.ts'

@Module({
  imports: [HouseholdsModule],
  controllers: [BillingController],
  providers: [
    BillingService,
    ChargesService,
    PaymentsService,
    PlannedPayments,
    Ledger,
    ChargeRepository,
    PaymentRepository,
    LedgerRepository,
  ],
  exports: [BillingService],
})
export class BillingModule {}
