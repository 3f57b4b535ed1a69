import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { UsageModule } from '../usage/usage.module.ts'
import { BudgetRepository } from './budget.repository.ts'
import { BudgetsController } from './budgets.controller.ts'
import { BudgetsService } from './budgets.service.ts'
import { ForecastService } from './forecast.service.ts'
import { InsightsController } from './insights.controller.ts'
import { MonthViewService } from './month-view.service.ts'
import { SpendService } from './spend.service.ts'
import { StatementService } from './statement.service.ts'
import { SubscriptionInsightsService } from './subscription-insights.service.ts'

@Module({
  imports: [HouseholdsModule, IdentityModule, SubscriptionsModule, UsageModule, BillingModule],
  controllers: [InsightsController, BudgetsController],
  providers: [
    SpendService,
    ForecastService,
    MonthViewService,
    SubscriptionInsightsService,
    StatementService,
    BudgetsService,
    BudgetRepository,
  ],
  exports: [BudgetsService],
})
export class InsightsModule {}
