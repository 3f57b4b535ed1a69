import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { GuestViewService } from './guest-view.service.ts'
import { GuestsController } from './guests.controller.ts'

@Module({
  imports: [HouseholdsModule, BillingModule],
  controllers: [GuestsController],
  providers: [GuestViewService],
})
export class GuestsModule {}
