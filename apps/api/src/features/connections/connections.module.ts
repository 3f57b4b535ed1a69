import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { LinesModule } from '../lines/lines.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { ConnectionsController } from './connections.controller.ts'
import { ConnectionsService } from './connections.service.ts'

/** Above lines and subscriptions, because it shows the ones with the others. */
@Module({
  imports: [AuditModule, HouseholdsModule, LinesModule, SubscriptionsModule],
  controllers: [ConnectionsController],
  providers: [ConnectionsService],
})
export class ConnectionsModule {}
