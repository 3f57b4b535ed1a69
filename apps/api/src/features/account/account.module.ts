import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { InsightsModule } from '../insights/insights.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { AccountController } from './account.controller.ts'
import { AccountDeletionService } from './account-deletion.service.ts'
import { AccountExportService } from './account-export.service.ts'
import { AccountSchedule } from './account.schedule.ts'
import { HouseholdErasure } from './household-erasure.service.ts'

@Module({
  imports: [IdentityModule, HouseholdsModule, SubscriptionsModule, BillingModule, InsightsModule],
  controllers: [AccountController],
  providers: [AccountDeletionService, AccountExportService, AccountSchedule, HouseholdErasure],
  exports: [HouseholdErasure],
})
export class AccountModule {}
