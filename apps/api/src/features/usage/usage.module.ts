import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { UsageHistoryService } from './usage-history.service.ts'
import { UsageSummaryService } from './usage-summary.service.ts'
import { UsageController } from './usage.controller.ts'
import { UsageRepository } from './usage.repository.ts'
import { UsageService } from './usage.service.ts'

@Module({
  imports: [HouseholdsModule, SubscriptionsModule, BillingModule],
  controllers: [UsageController],
  providers: [UsageService, UsageSummaryService, UsageHistoryService, UsageRepository],
  exports: [UsageService, UsageHistoryService],
})
export class UsageModule {}
