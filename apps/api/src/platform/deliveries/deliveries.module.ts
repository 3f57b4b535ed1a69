import { Global, Module } from '@nestjs/common'
import { Deliveries } from './deliveries.ts'
import { DeliveryRepository } from './delivery.repository.ts'
import { LateMessages } from './late-messages.ts'

@Global()
@Module({
  providers: [Deliveries, DeliveryRepository, LateMessages],
  exports: [Deliveries, DeliveryRepository, LateMessages],
})
export class DeliveriesModule {}
