import { Module } from '@nestjs/common'
import { HouseholdsModule } from '../households/households.module.ts'
import { BalancesService } from './balances.service.ts'
import { BillingController } from './billing.controller.ts'
import { BillingService } from './billing.service.ts'
import { ChargeRepository } from './charge.repository.ts'
import { ChargesService } from './charges.service.ts'
import { CorrectionsService } from './corrections.service.ts'
import { Credits } from './credits.ts'
import { EarlierPayment } from './earlier-payment.ts'
import { HistoryRepository } from './history.repository.ts'
import { HistoryService } from './history.service.ts'
import { Ledger } from './ledger.ts'
import { LedgerRepository } from './ledger.repository.ts'
import { PaymentRepository } from './payment.repository.ts'
import { PaymentsService } from './payments.service.ts'
import { PlannedPayments } from './planned-payments.ts'
import { RateRepository } from './rate.repository.ts'
import { RatesService } from './rates.service.ts'
import { ReturnsService } from './returns.service.ts'
import { SettlementRepository } from './settlement.repository.ts'
import { SettlementsController } from './settlements.controller.ts'
import { SettlementsService } from './settlements.service.ts'
import { SplitChanges } from './split-changes.ts'
import { Viewers } from './viewers.ts'

const repositories = [
  ChargeRepository,
  PaymentRepository,
  LedgerRepository,
  SettlementRepository,
  RateRepository,
  HistoryRepository,
]

const services = [
  ChargesService,
  CorrectionsService,
  PaymentsService,
  ReturnsService,
  SettlementsService,
  BalancesService,
  RatesService,
  HistoryService,
]

@Module({
  imports: [HouseholdsModule],
  controllers: [BillingController, SettlementsController],
  providers: [
    BillingService,
    ...services,
    ...repositories,
    Ledger,
    Credits,
    EarlierPayment,
    PlannedPayments,
    SplitChanges,
    Viewers,
  ],
  exports: [BillingService],
})
export class BillingModule {}
