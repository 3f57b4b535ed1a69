import { Module } from '@nestjs/common'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { WebhookCarrierService } from './webhook-carrier.service.ts'
import { WebhookRepository } from './webhook.repository.ts'
import { WebhooksController } from './webhooks.controller.ts'
import { WebhooksService } from './webhooks.service.ts'

@Module({
  imports: [HouseholdsModule, IdentityModule],
  controllers: [WebhooksController],
  providers: [WebhooksService, WebhookRepository, WebhookCarrierService],
  exports: [WebhooksService],
})
export class WebhooksModule {}
