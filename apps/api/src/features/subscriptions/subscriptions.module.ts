import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { CatalogueModule } from '../catalogue/catalogue.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { LinesModule } from '../lines/lines.module.ts'
import { ActsService } from './acts.service.ts'
import { KeptPagesService } from './kept-pages.service.ts'
import { KnownSubscriptionsService } from './known-subscriptions.service.ts'
import { SubscriptionChangesService } from './subscription-changes.service.ts'
import { SubscriptionEffectsService } from './subscription-effects.service.ts'
import { LineAdoptionService } from './line-adoption.service.ts'
import { ReplacingService } from './replacing.service.ts'
import { SubscriptionLinesService } from './subscription-lines.service.ts'
import { SubscriptionPeopleService } from './subscription-people.service.ts'
import { SubscriptionReaderService } from './subscription-reader.service.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { SubscriptionUpkeepService } from './subscription-upkeep.service.ts'
import { SubscriptionsController } from './subscriptions.controller.ts'
import { SubscriptionsSchedule } from './subscriptions.schedule.ts'
import { SubscriptionsService } from './subscriptions.service.ts'

@Module({
  imports: [HouseholdsModule, LinesModule, CatalogueModule, BillingModule],
  controllers: [SubscriptionsController],
  providers: [
    SubscriptionsService,
    ActsService,
    SubscriptionChangesService,
    SubscriptionPeopleService,
    SubscriptionLinesService,
    LineAdoptionService,
    ReplacingService,
    SubscriptionReaderService,
    KeptPagesService,
    KnownSubscriptionsService,
    SubscriptionEffectsService,
    SubscriptionUpkeepService,
    SubscriptionRepository,
    SubscriptionsSchedule,
  ],
  exports: [
    SubscriptionsService,
    ActsService,
    SubscriptionPeopleService,
    SubscriptionLinesService,
    SubscriptionReaderService,
  ],
})
export class SubscriptionsModule {}
