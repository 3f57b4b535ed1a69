import { Module } from '@nestjs/common'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { WebhooksModule } from '../webhooks/webhooks.module.ts'
import { DeliveriesController } from './deliveries.controller.ts'
import { DeliveryHistoryRepository } from './delivery-history.repository.ts'
import { DeliveryHistoryService } from './delivery-history.service.ts'
import { PushService } from './push.service.ts'
import { TestMessagesService } from './test-messages.service.ts'

@Module({
  imports: [HouseholdsModule, IdentityModule, WebhooksModule],
  controllers: [DeliveriesController],
  providers: [DeliveryHistoryService, DeliveryHistoryRepository, TestMessagesService, PushService],
  exports: [DeliveryHistoryService, PushService],
})
export class SentMessagesModule {}
