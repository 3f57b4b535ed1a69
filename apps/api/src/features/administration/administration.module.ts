import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/identity.module.ts'
import { AdministrationController } from './administration.controller.ts'
import { HealthController } from './health.controller.ts'

@Module({ imports: [IdentityModule], controllers: [AdministrationController, HealthController] })
export class AdministrationModule {}
