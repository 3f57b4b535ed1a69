import { Module } from '@nestjs/common'
import { HouseholdsModule } from '../households/households.module.ts'
import { BalancesService } from './balances/balances.service.ts'
import { MergingService } from './merging/merging.service.ts'
import { OpenMoneyService } from './balances/open-money.service.ts'
import { BillingController } from './billing.controller.ts'
import { BillingService } from './billing.service.ts'
import { BillingReaderService } from './billing-reader.service.ts'
import { BilledSubscriptionRepository } from './charges/billed-subscription.repository.ts'
import { ReconcilerService } from './charges/reconciler.service.ts'
import { ChargeRepository } from './charges/charge.repository.ts'
import { ChargesService } from './charges/charges.service.ts'
import { CorrectionsService } from './corrections/corrections.service.ts'
import { CreditMovesService } from './credits/credit-moves.service.ts'
import { CreditsService } from './credits/credits.service.ts'
import { FreedMoneyService } from './credits/freed-money.service.ts'
import { AssumedDebitRepository } from './debits/assumed-debit.repository.ts'
import { CarriedDenialsService } from './debits/carried-denials.service.ts'
import { DebitsThatFollowService } from './debits/debits-that-follow.service.ts'
import { DebitsService } from './debits/debits.service.ts'
import { HistoryRepository } from './history/history.repository.ts'
import { HistoryService } from './history/history.service.ts'
import { LedgerService } from './ledger/ledger.service.ts'
import { LedgerRepository } from './ledger/ledger.repository.ts'
import { PaymentRepository } from './payments/payment.repository.ts'
import { SpendRepository } from './spend/spend.repository.ts'
import { PaymentsService } from './payments/payments.service.ts'
import { PaymentsOfActsService } from './payments/payments-of-acts.service.ts'
import { PlannedPaymentsService } from './payments/planned-payments.service.ts'
import { RateRepository } from './rates/rate.repository.ts'
import { RatesService } from './rates/rates.service.ts'
import { UnmadePaymentsService } from './payments/unmade-payments.service.ts'
import { ReturnsService } from './payments/returns.service.ts'
import { ActEffectRepository } from './standing/act-effect.repository.ts'
import { StandingService } from './standing/standing.service.ts'
import { SettlementRepository } from './settlements/settlement.repository.ts'
import { SettlementsController } from './settlements/settlements.controller.ts'
import { SettleRequestRepository } from './settlements/settle-request.repository.ts'
import { SettleRequestsService } from './settlements/settle-requests.service.ts'
import { SettlementsService } from './settlements/settlements.service.ts'
import { ViewersService } from './viewers.service.ts'

const repositories = [
  BilledSubscriptionRepository,
  ChargeRepository,
  PaymentRepository,
  SpendRepository,
  AssumedDebitRepository,
  LedgerRepository,
  SettlementRepository,
  SettleRequestRepository,
  RateRepository,
  HistoryRepository,
  ActEffectRepository,
]

const services = [
  ChargesService,
  CorrectionsService,
  PaymentsService,
  ReturnsService,
  CreditMovesService,
  DebitsService,
  SettlementsService,
  SettleRequestsService,
  MergingService,
  BalancesService,
  OpenMoneyService,
  RatesService,
  HistoryService,
]

@Module({
  imports: [HouseholdsModule],
  controllers: [BillingController, SettlementsController],
  providers: [
    BillingService,
    BillingReaderService,
    ...services,
    ...repositories,
    LedgerService,
    CreditsService,
    PlannedPaymentsService,
    UnmadePaymentsService,
    PaymentsOfActsService,
    StandingService,
    CarriedDenialsService,
    DebitsThatFollowService,
    FreedMoneyService,
    ReconcilerService,
    ViewersService,
  ],
  exports: [
    BillingService,
    BillingReaderService,
    PaymentsService,
    SettleRequestsService,
    OpenMoneyService,
    MergingService,
  ],
})
export class BillingModule {}
