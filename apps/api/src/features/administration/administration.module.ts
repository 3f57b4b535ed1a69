import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/identity.module.ts'
import { AdministrationController } from './administration.controller.ts'
import { FailedJobsService } from './failed-jobs.service.ts'
import { HealthController } from './health.controller.ts'

@Module({
  imports: [IdentityModule],
  controllers: [AdministrationController, HealthController],
  providers: [FailedJobsService],
})
export class AdministrationModule {}
