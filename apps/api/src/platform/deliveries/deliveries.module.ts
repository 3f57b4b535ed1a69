import { Global, Module } from '@nestjs/common'
import { Deliveries } from './deliveries.ts'
import { DeliveryRepository } from './delivery.repository.ts'

@Global()
@Module({ providers: [Deliveries, DeliveryRepository], exports: [Deliveries, DeliveryRepository] })
export class DeliveriesModule {}
