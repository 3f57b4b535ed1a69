import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { CatalogueModule } from '../catalogue/catalogue.module.ts'
import { SentMessagesModule } from '../deliveries/sent-messages.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { InsightsModule } from '../insights/insights.module.ts'
import { OverviewModule } from '../overview/overview.module.ts'
import { SavingsModule } from '../savings/savings.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { WebhooksModule } from '../webhooks/webhooks.module.ts'
import { HouseholdNewsService } from './household-news.service.ts'
import { InboxRepository } from './inbox.repository.ts'
import { InboxService } from './inbox.service.ts'
import { LateMessagesService } from './late-messages.service.ts'
import { LetterActRepository } from './letter-act.repository.ts'
import { LetterActsService } from './letter-acts.service.ts'
import { LetterController } from './letter.controller.ts'
import { LetterLinksService } from './letter-links.service.ts'
import { MessagesService } from './messages.service.ts'
import { NextMessagesService } from './next-messages.service.ts'
import { PreferencesRepository } from './preferences.repository.ts'
import { PreferencesService } from './preferences.service.ts'
import { ReminderPlanningService } from './reminder-planning.service.ts'
import { ReminderReaderService } from './reminder-reader.service.ts'
import { ReminderSendingService } from './reminder-sending.service.ts'
import { ReminderRepository } from './reminder.repository.ts'
import { RemindersController } from './reminders.controller.ts'
import { RemindersSchedule } from './reminders.schedule.ts'
import { SubscriptionWishesService } from './subscription-wishes.service.ts'
import { UnsubscribeController } from './unsubscribe.controller.ts'
import { UnsubscribeLinksService } from './unsubscribe-links.service.ts'

@Module({
  imports: [
    HouseholdsModule,
    IdentityModule,
    CatalogueModule,
    SubscriptionsModule,
    BillingModule,
    OverviewModule,
    InsightsModule,
    SavingsModule,
    WebhooksModule,
    SentMessagesModule,
  ],
  controllers: [RemindersController, UnsubscribeController, LetterController],
  providers: [
    PreferencesService,
    PreferencesRepository,
    ReminderReaderService,
    HouseholdNewsService,
    ReminderPlanningService,
    ReminderSendingService,
    ReminderRepository,
    MessagesService,
    LateMessagesService,
    NextMessagesService,
    SubscriptionWishesService,
    InboxService,
    InboxRepository,
    UnsubscribeLinksService,
    LetterLinksService,
    LetterActsService,
    LetterActRepository,
    RemindersSchedule,
  ],
  exports: [PreferencesService, InboxService],
})
export class RemindersModule {}
