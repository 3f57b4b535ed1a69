import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { LinesModule } from '../lines/lines.module.ts'
import { OverviewModule } from '../overview/overview.module.ts'
import { SavingsModule } from '../savings/savings.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { UsageModule } from '../usage/usage.module.ts'
import { DepartureController } from './departure.controller.ts'
import { DepartureDocumentsService } from './departure-documents.service.ts'
import { MergingRepository } from './merging.repository.ts'
import { MergingPeopleService } from './merging-people.service.ts'
import { DepartureService } from './departure.service.ts'
import { HouseholdErasureService } from './household-erasure.service.ts'

/** Above all that a household holds, because whoever leaves takes something out of each. */
@Module({
  imports: [
    AuditModule,
    HouseholdsModule,
    LinesModule,
    SubscriptionsModule,
    UsageModule,
    BillingModule,
    OverviewModule,
    SavingsModule,
  ],
  controllers: [DepartureController],
  providers: [
    DepartureService,
    MergingRepository,
    MergingPeopleService,
    DepartureDocumentsService,
    HouseholdErasureService,
  ],
  exports: [DepartureService, HouseholdErasureService],
})
export class DepartureModule {}
