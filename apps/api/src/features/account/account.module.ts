import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { DepartureModule } from '../departure/departure.module.ts'
import { SentMessagesModule } from '../deliveries/sent-messages.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { LinesModule } from '../lines/lines.module.ts'
import { RemindersModule } from '../reminders/reminders.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { UsageModule } from '../usage/usage.module.ts'
import { WebhooksModule } from '../webhooks/webhooks.module.ts'
import { AccountController } from './account.controller.ts'
import { AccountDeletionService } from './account-deletion.service.ts'
import { AccountExportService } from './account-export.service.ts'
import { AccountSchedule } from './account.schedule.ts'

@Module({
  imports: [
    IdentityModule,
    HouseholdsModule,
    LinesModule,
    SubscriptionsModule,
    UsageModule,
    BillingModule,
    DepartureModule,
    RemindersModule,
    WebhooksModule,
    SentMessagesModule,
  ],
  controllers: [AccountController],
  providers: [AccountDeletionService, AccountExportService, AccountSchedule],
})
export class AccountModule {}
