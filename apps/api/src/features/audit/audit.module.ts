import { Module } from '@nestjs/common'
import { AuditController } from './audit.controller.ts'
import { AuditRepository } from './audit.repository.ts'
import { AuditService } from './audit.service.ts'

/** Apart from the rest of identity, so that what identity stands on can write down what happened as well. */
@Module({
  controllers: [AuditController],
  providers: [AuditService, AuditRepository],
  exports: [AuditService],
})
export class AuditModule {}
