import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { CatalogueModule } from '../catalogue/catalogue.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { SavingsModule } from '../savings/savings.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { UsageModule } from '../usage/usage.module.ts'
import { OverviewController } from './overview.controller.ts'
import { OverviewRepository } from './overview.repository.ts'
import { OverviewService } from './overview.service.ts'

@Module({
  imports: [
    HouseholdsModule,
    SubscriptionsModule,
    UsageModule,
    BillingModule,
    CatalogueModule,
    SavingsModule,
  ],
  controllers: [OverviewController],
  providers: [OverviewService, OverviewRepository],
  exports: [OverviewService],
})
export class OverviewModule {}
