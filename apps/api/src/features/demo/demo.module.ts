import { Module } from '@nestjs/common'
import { DepartureModule } from '../departure/departure.module.ts'
import { BillingModule } from '../billing/billing.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { UsageModule } from '../usage/usage.module.ts'
import { DemoController } from './demo.controller.ts'
import { DemoSchedule } from './demo.schedule.ts'
import { DemoService } from './demo.service.ts'
import { DemoVisitRepository } from './demo-visit.repository.ts'
import { DemoWriterService } from './demo-writer.service.ts'

@Module({
  imports: [
    IdentityModule,
    HouseholdsModule,
    SubscriptionsModule,
    UsageModule,
    BillingModule,
    DepartureModule,
  ],
  controllers: [DemoController],
  providers: [DemoService, DemoWriterService, DemoVisitRepository, DemoSchedule],
})
export class DemoModule {}
