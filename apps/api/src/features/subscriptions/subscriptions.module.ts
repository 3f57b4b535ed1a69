import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { CatalogueModule } from '../catalogue/catalogue.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { KeptPages } from './kept-pages.ts'
import { SubscriptionEffects } from './subscription-effects.ts'
import { SubscriptionReader } from './subscription-reader.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { SubscriptionUpkeep } from './subscription-upkeep.service.ts'
import { SubscriptionsController } from './subscriptions.controller.ts'
import { SubscriptionsSchedule } from './subscriptions.schedule.ts'
import { SubscriptionsService } from './subscriptions.service.ts'

@Module({
  imports: [HouseholdsModule, CatalogueModule, BillingModule],
  controllers: [SubscriptionsController],
  providers: [
    SubscriptionsService,
    SubscriptionReader,
    KeptPages,
    SubscriptionEffects,
    SubscriptionUpkeep,
    SubscriptionRepository,
    SubscriptionsSchedule,
  ],
  exports: [SubscriptionsService],
})
export class SubscriptionsModule {}
