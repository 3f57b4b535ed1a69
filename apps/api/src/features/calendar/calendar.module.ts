import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { CalendarFeedController } from './calendar-feed.controller.ts'
import { CalendarFeedRepository } from './calendar-feed.repository.ts'
import { CalendarFeedsService } from './calendar-feeds.service.ts'
import { CalendarController } from './calendar.controller.ts'
import { CalendarsService } from './calendars.service.ts'

@Module({
  imports: [HouseholdsModule, IdentityModule, SubscriptionsModule, BillingModule],
  controllers: [CalendarController, CalendarFeedController],
  providers: [CalendarFeedsService, CalendarsService, CalendarFeedRepository],
})
export class CalendarModule {}
